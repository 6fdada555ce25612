import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { responseIdAt } from '../../bench/support/responseId.js';
import { directoryCaps } from '../../packages/collector/src/store/directoryCaps.ts';
import { startServerWith, vivencia } from '../support/runningServer.ts';
import { extent } from './extent.ts';
import { flood } from './flood.ts';
import { residentMemory } from './residentMemory.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const names = extent({ quick: 6_000, full: 1_000_000 });
const statesOfOne = 50;
const segmentNames = 12;
/** What the second half may add: what was forgotten is collected when there is need, not at once. */
const growthMiB = 64;

let site: TrustedSite;
afterAll(() => site.remove());

test(`${names.toLocaleString('en')} names of touchpoints and as many of segments: rows are capped, memory is flat`, {
  timeout: extent({ quick: 120_000, full: 1_800_000 }),
}, async () => {
  site = await trustedSite();
  const limits = { VIVENCIA_RATE_TOUCHPOINT: '1000000000', VIVENCIA_RATE_SITE: '1000000000' };
  const server = await startServerWith({ VIVENCIA_LOG_LEVEL: 'silent', ...limits }, site.folder);
  const port = Number(new URL(server.url).port);
  let named = 0;
  const state = () => {
    const number = named++;
    return {
      site: site.publicKey,
      ...{ id: responseIdAt(Date.now()), revision: 1, status: 'answered', emotion: 'happy' },
      ...{ touchpoint: `name-${number}`, segment: { [`segment-${number % segmentNames}`]: `value-${number}` } },
    };
  };
  const states = () => JSON.stringify(Array.from({ length: statesOfOne }, state));
  const statuses = new Set<number>();
  const sendUntil = async (count: number) => {
    while (named < count)
      for (const status of (await flood(port, 4, 250, states)).statuses.keys()) statuses.add(status);
  };
  await sendUntil(names / 2);
  const half = residentMemory(server.process);
  await sendUntil(names);
  const whole = residentMemory(server.process);
  // A busy machine sheds.
  expect([...statuses].filter((status) => ![200, 503].includes(status))).toEqual([]);
  expect(await server.end('SIGTERM')).toBe(0);

  const database = new Database(site.file, { readonly: true });
  const count = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get() as number;
  const [touchpoints, segments, responses] = [count('touchpoint'), count('segment'), count('response')];
  database.close();
  console.log(
    `cardinality: ${responses} responses with ${named} names, kept as ${touchpoints} touchpoints and ${segments} segments; memory ${half.toFixed(0)} MiB after half, ${whole.toFixed(0)} after all`,
  );
  // Each kind's overflow is one more.
  expect(touchpoints).toBeLessThanOrEqual(directoryCaps.unconfirmedTouchpoints + 1);
  expect(segments).toBeLessThanOrEqual(directoryCaps.segmentNames * (directoryCaps.segmentValues + 1) + 1);
  expect(responses).toBeGreaterThan(names / 2);
  expect(whole).toBeLessThan(half + growthMiB);
  const verified = JSON.parse((await vivencia(site.folder, 'verify', '--json')).stdout);
  expect(verified).toMatchObject({ ok: true, responses });
});
