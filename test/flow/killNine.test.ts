import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// `npm run test:kill` runs the long form: 20 rounds of 10 s.
const rounds = Number(process.env.KILL_ROUNDS ?? 3);
const seconds = Number(process.env.KILL_SECONDS ?? 1.5);
const clients = 20;

const { folder, remove } = temporaryFolder();
afterAll(remove);

interface Sent {
  id: string;
  revision: number;
}

/** What a person's widget would deliver, one revision after the other. */
const life = [
  { revision: 0, status: 'shown' },
  { revision: 1, status: 'answered', emotion: 'frustrated' },
  { revision: 2, status: 'answered', emotion: 'frustrated', strength: 4 },
];

test(`kill −9 under ${clients} clients, ${rounds} times: nothing acknowledged is lost, nothing is counted twice`, {
  timeout: rounds * (seconds + 20) * 1000,
}, async () => {
  const { publicKey, secretKey } = JSON.parse((await vivencia(folder, 'site', 'add', 'Shop', '--json')).stdout);
  const acknowledged = new Map<string, number>();
  const tried = new Map<string, number>();

  const deliver = async (url: string, { id, revision }: Sent): Promise<boolean> => {
    tried.set(id, Math.max(revision, tried.get(id) ?? 0));
    const body = JSON.stringify({ site: publicKey, id, touchpoint: 'checkout', ...life[revision] });
    const response = await fetch(`${url}/v1/responses`, { method: 'POST', body });
    const { outcome } = await response.json();
    if (response.status !== 200) throw new Error(`${response.status} ${outcome}`);
    acknowledged.set(id, Math.max(revision, acknowledged.get(id) ?? 0));
    return true;
  };

  for (let round = 0; round < rounds; round++) {
    const server = await startServer(folder);
    let running = true;
    const client = async () => {
      while (running) {
        const id = randomUUID();
        for (const { revision } of life) {
          // A refused connection is the kill; the response stays as far as it came.
          if (!(await deliver(server.url, { id, revision }).catch(() => false))) return;
        }
      }
    };
    const all = Array.from({ length: clients }, client);
    await wait(seconds * 1000 * (0.5 + Math.random() / 2));
    await server.end('SIGKILL');
    running = false;
    await Promise.all(all);
  }

  const verified = JSON.parse((await vivencia(folder, 'verify', '--json')).stdout);
  expect(verified.differences).toEqual([]);

  const { stdout } = await vivencia(folder, 'export', '--format', 'ndjson');
  const kept = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sent);
  const revisions = new Map(kept.map(({ id, revision }) => [id, revision]));
  expect(revisions.size).toBe(kept.length);
  const lost = [...acknowledged].filter(([id, revision]) => (revisions.get(id) ?? -1) < revision);
  expect(lost).toEqual([]);
  expect(kept.filter(({ id, revision }) => revision > (tried.get(id) ?? -1))).toEqual([]);

  // Everything once more, as a widget would that never heard back: still each response once.
  const server = await startServer(folder);
  for (const { id } of kept.slice(-200)) for (const { revision } of life) await deliver(server.url, { id, revision });
  const scores = await fetch(`${server.url}/v1/scores`, { headers: { authorization: `Bearer ${secretKey}` } });
  const [checkout] = (await scores.json()).touchpoints;
  expect(checkout.shown).toBe(kept.length);
  expect(await server.end('SIGTERM')).toBe(0);
  console.log(
    `${rounds} kills: ${acknowledged.size} acknowledged responses, ${lost.length} lost, ${kept.length} kept once each`,
  );
});
