import { benjaminiHochberg } from '../scoring/benjaminiHochberg.ts';
import { type Difference, difference } from '../scoring/difference.ts';
import type { AdjustedDifference, Change, TouchpointRow } from './scoresReport.ts';

/** Of the changes that are called significant, at most this share is expected to be none. */
const falseShare = 0.05;

/**
 * The changes of a site's touchpoints. Whoever looks through many finds some that chance made: so intensity's and
 * valence's are each adjusted over all touchpoints that have enough answers in both periods (Benjamini & Hochberg).
 *
 * @returns by touchpoint, one for each of `now`
 */
export function changes(now: readonly TouchpointRow[], before: readonly TouchpointRow[]): Map<string, Change> {
  const earlier = new Map(before.map((row) => [row.touchpoint, row]));
  const compared = now.flatMap((row) => {
    const then = earlier.get(row.touchpoint);
    return row.enough && then?.enough ? [{ touchpoint: row.touchpoint, row, then }] : [];
  });
  const intensity = adjusted(compared.map(({ row, then }) => difference(row.intensity, then.intensity)));
  const valence = adjusted(compared.map(({ row, then }) => difference(row.valence, then.valence)));
  const found = new Map<string, Change>(
    now.map(({ touchpoint }) => [touchpoint, { enough: false, intensity: null, valence: null }]),
  );
  compared.forEach(({ touchpoint }, place) => {
    found.set(touchpoint, {
      enough: true,
      intensity: intensity[place] as AdjustedDifference,
      valence: valence[place] as AdjustedDifference,
    });
  });
  return found;
}

function adjusted(differences: readonly Difference[]): AdjustedDifference[] {
  const adjustedPs = benjaminiHochberg(differences.map(({ p }) => p));
  return differences.map((each, place) => {
    const adjustedP = adjustedPs[place] as number;
    return { ...each, adjustedP, significant: adjustedP <= falseShare };
  });
}
