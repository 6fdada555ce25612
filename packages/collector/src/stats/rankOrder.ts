import type { TouchpointRow } from './scoresReport.ts';

/**
 * The order of a report: touchpoints with enough answers by shrunken intensity, the most intense first, ties by
 * intensity; then the others by answers, most first; ties by key.
 */
export function byRank(a: TouchpointRow, b: TouchpointRow): number {
  if (a.enough && b.enough) {
    const [shrunk, value] = [b.intensity.shrunk - a.intensity.shrunk, b.intensity.value - a.intensity.value].map(
      settled,
    );
    return shrunk || value || byKey(a, b);
  }
  if (a.enough || b.enough) return a.enough ? -1 : 1;
  return b.answered - a.answered || byKey(a, b);
}

/** Sums of floats differ in their last digits where the answers do not: that is a tie. */
const sameWithin = 1e-9;

const settled = (difference: number) => (Math.abs(difference) < sameWithin ? 0 : difference);

/** By UTF-16 units, so that every machine has the same order. */
export const byKey = (a: { touchpoint: string }, b: { touchpoint: string }) =>
  a.touchpoint < b.touchpoint ? -1 : a.touchpoint > b.touchpoint ? 1 : 0;
