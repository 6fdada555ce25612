const mostStates = 50;

/** Of the 64 KiB that the collector takes, less the brackets around them. */
const mostBytes = 64 * 1024 - 2;

const text = new TextEncoder();

/** Parts a list into what one delivery may hold, in order: 50 states, and 64 KiB of JSON. */
export function batchesOf<T>(states: readonly T[]): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const state of states) {
    const size = text.encode(JSON.stringify(state)).length + 1;
    const last = batches.at(-1);
    if (last && last.length < mostStates && size <= room) {
      last.push(state);
      room -= size;
    } else {
      batches.push([state]);
      room = mostBytes - size;
    }
  }
  return batches;
}
