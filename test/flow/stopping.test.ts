import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

test('told to stop under load, it answers what runs, keeps what it acknowledged and exits 0', async () => {
  const { publicKey } = JSON.parse((await vivencia(folder, 'site', 'add', 'Shop', '--json')).stdout);
  const server = await startServer(folder);
  const acknowledged: string[] = [];
  const client = async () => {
    for (;;) {
      const state = { site: publicKey, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' };
      const response = await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) });
      if (response.status !== 200) return;
      acknowledged.push(state.id);
    }
  };
  const clients = Array.from({ length: 12 }, () => client().catch(() => {}));
  // Half a request, which will never be a whole one.
  const hanging = connect(Number(new URL(server.url).port), '127.0.0.1');
  hanging.on('error', () => {});
  hanging.write('POST /v1/responses HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
  await wait(500);
  const asked = performance.now();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  await Promise.all(clients);
  hanging.destroy();
  const { stdout } = await vivencia(folder, 'export');
  const kept = new Set(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  );
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});
