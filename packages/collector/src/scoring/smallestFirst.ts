/**
 * The places of a family's p values, the smallest first.
 *
 * @throws RangeError for a p outside 0…1
 */
export function smallestFirst(ps: readonly number[]): number[] {
  for (const p of ps) if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be 0…1, not ${p}`);
  return [...ps.keys()].sort((a, b) => (ps[a] as number) - (ps[b] as number));
}
