import type { TouchpointRow } from '../../stats/scoresReport.ts';

/** A touchpoint with enough answers, so that it has figures. */
export type ScoredRow = Extract<TouchpointRow, { enough: true }>;

export const isScored = (row: TouchpointRow): row is ScoredRow => row.enough;
