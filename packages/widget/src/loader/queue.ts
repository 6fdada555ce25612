import type { Run } from './run.ts';

type Call = Parameters<Run>;
type Queue = { push(call: Call): unknown };

/**
 * Makes a function the page's `vivencia`, with the calls that were made before it came.
 * The stub's queue is an array; ours is not, so a second script tag finds that the first has come.
 *
 * @returns whether it is the page's now
 */
export function takeOver(run: Run): boolean {
  const global = window as { vivencia?: Run & { q?: Call[] | Queue } };
  // An element with that id is none.
  const queue = typeof global.vivencia === 'function' ? global.vivencia.q : undefined;
  if (queue && !Array.isArray(queue)) {
    queue.push(['fail', 'duplicate_script']);
    return false;
  }
  // A page that kept the stub goes on pushing to vivencia.q. What it pushed may be no call at all.
  const later: Queue = { push: (call) => run(...(Array.from(call ?? []) as Call)) };
  global.vivencia = Object.assign(run, { q: later });
  queue?.forEach(later.push);
  return true;
}
