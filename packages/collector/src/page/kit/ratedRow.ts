import type { TouchpointRow } from '../../stats/scoresReport.ts';

/** Whether a touchpoint was rated, on any scale: satisfaction, ease or recommendation. */
export const isRated = ({ evaluation }: TouchpointRow) => Object.keys(evaluation).length > 0;
