import { afterAll, expect, test } from 'vitest';
import { answeredState } from '../../bench/support/answeredState.js';
import { responseIdAt } from '../../bench/support/responseId.js';
import { startServerWith, vivencia } from '../support/runningServer.ts';
import { extent, isFull } from './extent.ts';
import { flood, quantile } from './flood.ts';
import { residentMemory } from './residentMemory.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const seconds = extent({ quick: 3, full: 60 });
/** What it takes at a time without shedding, and ten times as much. */
const connections = 64;
const statesOfOne = 10;
const tenfold = connections * 10;

/** The promises. */
const acceptedP99Ms = 500;
const memoryMiB = 400;
const backAfterMs = 10_000;

let site: TrustedSite;
afterAll(() => site.remove());

test(`ten times the load that it takes, for ${seconds} s: it sheds, keeps what it accepts, and recovers`, {
  timeout: (seconds + 60) * 1000,
}, async () => {
  site = await trustedSite();
  const server = await startServerWith({ VIVENCIA_LOG_LEVEL: 'silent' }, site.folder);
  const port = Number(new URL(server.url).port);
  let number = 0;
  const state = () => answeredState(site.publicKey, responseIdAt(Date.now()), number++);
  const states = () => JSON.stringify(Array.from({ length: statesOfOne }, state));

  // Once warm, it is asked what it can do.
  await flood(port, connections, 1000, states);
  const calm = await flood(port, 1, 500, states);

  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, residentMemory(server.process));
  }, 500);
  const { statuses, accepted } = await flood(port, tenfold, seconds * 1000, states);
  clearInterval(watching);
  const ended = performance.now();
  const calmAgain = async () => {
    const after = await flood(port, 1, 300, states);
    return (
      [...after.statuses.keys()].join() === '200' && quantile(after.accepted, 0.5) < 3 * quantile(calm.accepted, 0.5)
    );
  };
  while (!(await calmAgain()) && performance.now() - ended < backAfterMs);
  const backMs = performance.now() - ended;
  const p99 = quantile(accepted, 0.99);
  console.log(
    `overload: ${tenfold} connections for ${seconds} s, ${JSON.stringify(Object.fromEntries(statuses))}; accepted p99 ${p99.toFixed(0)} ms, memory at most ${peak.toFixed(0)} MiB, as before after ${backMs.toFixed(0)} ms`,
  );

  expect([...statuses.keys()].filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
  expect(accepted.length).toBeGreaterThan(0);
  expect(peak).toBeLessThan(memoryMiB);
  if (isFull) {
    expect(p99).toBeLessThan(acceptedP99Ms);
    expect(backMs).toBeLessThan(backAfterMs);
  }
  expect(await server.end('SIGTERM')).toBe(0);
  const verified = JSON.parse((await vivencia(site.folder, 'verify', '--json')).stdout);
  expect(verified.differences).toEqual([]);
  expect(verified.responses).toBeGreaterThanOrEqual(accepted.length * statesOfOne);
});
