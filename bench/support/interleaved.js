/**
 * Rounds in which each takes its turn, so that a busy moment hits all of them alike; in every other round the last goes first.
 *
 * @param {number} rounds
 * @param {Record<string, () => Promise<unknown>>} measured
 * @returns what each gave, by name, in a list as long as there were rounds
 */
export async function interleaved(rounds, measured) {
  const turns = Object.entries(measured);
  const given = Object.fromEntries(turns.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of round % 2 ? turns.toReversed() : turns) given[name].push(await measure());
  }
  return given;
}
