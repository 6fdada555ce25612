import { afterAll, expect, test } from 'vitest';
import { responseIdAt } from '../../bench/support/responseId.js';
import { startServer, vivencia } from '../support/runningServer.ts';
import { deliver, life } from './crowd.ts';
import { extent } from './extent.ts';
import { keptIn, Ledger } from './ledger.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const responses = extent({ quick: 500, full: 10_000 });
/** Each state once, and the two that count once more. */
const deliveries = [0, 1, 2, 1, 2];
const clients = 32;

let site: TrustedSite;
afterAll(() => site.remove());

function shuffled<T>(list: T[]): T[] {
  for (let place = list.length - 1; place > 0; place--) {
    const other = Math.floor(Math.random() * (place + 1));
    [list[place], list[other]] = [list[other] as T, list[place] as T];
  }
  return list;
}

test(`a second process on the same file is safe: ${responses} responses, each delivered five times to either, are there once`, {
  timeout: extent({ quick: 60_000, full: 1_200_000 }),
}, async () => {
  site = await trustedSite();
  const servers = [await startServer(site.folder), await startServer(site.folder)];
  const ledger = new Ledger();
  const ids = Array.from({ length: responses }, () => responseIdAt(Date.now()));
  // Near in time, as repetitions are, and in any order.
  const waiting: { id: string; revision: number }[] = [];
  for (let first = 0; first < ids.length; first += 100) {
    const states = ids.slice(first, first + 100).flatMap((id) => deliveries.map((revision) => ({ id, revision })));
    waiting.push(...shuffled(states));
  }
  const begun = performance.now();
  const client = async (number: number) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const url = servers[number % servers.length]?.url as string;
      await deliver({ url, site: site.publicKey, ledger }, next.id, next.revision);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const seconds = (performance.now() - begun) / 1000;

  expect([...ledger.statuses]).toEqual([[200, responses * deliveries.length]]);
  for (const { url } of servers) {
    const headers = { authorization: `Bearer ${site.secretKey}` };
    const [checkout] = (await (await fetch(`${url}/v1/scores`, { headers })).json()).touchpoints;
    expect(checkout).toMatchObject({ shown: responses, answered: responses, n: responses });
  }
  for (const server of servers) expect(await server.end('SIGTERM')).toBe(0);
  const kept = keptIn(site.file);
  expect(kept.size).toBe(responses);
  expect([...kept.values()].every((revision) => revision === life.length - 1)).toBe(true);
  expect(await vivencia(site.folder, 'verify')).toMatchObject({ code: 0 });
  console.log(
    `two processes: ${responses} responses × ${deliveries.length} deliveries in ${seconds.toFixed(1)} s, each there once, 0 answers of 5xx`,
  );
});
