import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startServer, vivencia } from '../support/runningServer.ts';
import { crowd, deliver, life } from './crowd.ts';
import { extent } from './extent.ts';
import { keptIn, Ledger } from './ledger.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const rounds = extent({ quick: 3, full: 200 });
const seconds = extent({ quick: 0.7, full: 1.5 });
const clients = 50;

let site: TrustedSite;
afterAll(() => site.remove());

test(`kill −9 under ${clients} clients, ${rounds} times: nothing acknowledged is lost, nothing is counted twice`, {
  timeout: (rounds + 5) * (seconds + 20) * 1000,
}, async () => {
  site = await trustedSite();
  const ledger = new Ledger();
  const started = async () => {
    const server = await startServer(site.folder);
    return { server, to: { url: server.url, site: site.publicKey, ledger } };
  };

  for (let round = 0; round < rounds; round++) {
    const { server, to } = await started();
    const leave = crowd(to, clients);
    await wait(seconds * 1000 * (0.5 + Math.random() / 2));
    await server.end('SIGKILL');
    await leave();
  }

  const kept = keptIn(site.file);
  expect(ledger.acknowledged.size).toBeGreaterThan(rounds);
  expect(ledger.lostIn(kept)).toEqual([]);
  expect(ledger.inventedIn(kept)).toEqual([]);
  expect([...ledger.statuses.keys()].filter((status) => ![0, 200].includes(status))).toEqual([]);
  expect(JSON.parse((await vivencia(site.folder, 'verify', '--json')).stdout).differences).toEqual([]);

  // Some once more, as a widget would that never heard back: still each response once.
  const { server, to } = await started();
  for (const id of [...kept.keys()].slice(-100)) for (const { revision } of life) await deliver(to, id, revision);
  const headers = { authorization: `Bearer ${site.secretKey}` };
  const [checkout] = (await (await fetch(`${server.url}/v1/scores`, { headers })).json()).touchpoints;
  expect(checkout.shown).toBe(kept.size);
  expect(await server.end('SIGTERM')).toBe(0);
  expect(keptIn(site.file).size).toBe(kept.size);
  console.log(
    `kill −9: ${rounds} kills under ${clients} clients, ${ledger.acknowledged.size} acknowledged responses, 0 lost; ${kept.size} kept once each`,
  );
});
