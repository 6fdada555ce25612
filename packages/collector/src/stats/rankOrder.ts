import type { TouchpointRow } from './scoresReport.ts';

/**
 * The order of a report: touchpoints with enough answers by intensity, the most intense first, then the others by
 * answers, most first; ties by key.
 */
export function byRank(a: TouchpointRow, b: TouchpointRow): number {
  if (a.intensity && b.intensity) return b.intensity.value - a.intensity.value || byKey(a, b);
  if (a.intensity || b.intensity) return a.intensity ? -1 : 1;
  return b.answered - a.answered || byKey(a, b);
}

const byKey = (a: TouchpointRow, b: TouchpointRow) =>
  a.touchpoint < b.touchpoint ? -1 : a.touchpoint > b.touchpoint ? 1 : 0;
