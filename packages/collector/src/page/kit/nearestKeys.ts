/** So many changes of a letter are a slip of the hand; more are another word. */
const mostChanges = 3;
const mostNearest = 5;

/**
 * The touchpoints whose keys look like what somebody asked for: nearest first, those that hold it or are held by it
 * among them.
 */
export function nearestKeys<T extends { key: string }>(asked: string, touchpoints: readonly T[]): T[] {
  const wanted = asked.slice(0, 64).toLowerCase();
  return touchpoints
    .map((touchpoint) => ({ touchpoint, changes: changesBetween(wanted, touchpoint.key) }))
    .filter(
      ({ touchpoint: { key }, changes }) => changes <= mostChanges || key.includes(wanted) || wanted.includes(key),
    )
    .sort((a, b) => a.changes - b.changes || (a.touchpoint.key < b.touchpoint.key ? -1 : 1))
    .slice(0, mostNearest)
    .map(({ touchpoint }) => touchpoint);
}

/** How many letters have to be added, taken away or changed (Levenshtein 1966). */
function changesBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const swapped = (above[column - 1] as number) + Number(!isSame);
      line.push(Math.min(swapped, (above[column] as number) + 1, (line[column - 1] as number) + 1));
    }
    above = line;
  }
  return above[b.length] as number;
}
