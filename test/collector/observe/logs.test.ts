import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { startServerWith, vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

const canary = 'c4n4ry';

test('what a real process logs at debug has no address, agent, key, query, path or body in it', async () => {
  const { publicKey, secretKey } = JSON.parse((await vivencia(folder, 'site', 'add', canary, '--json')).stdout);
  const server = await startServerWith({ VIVENCIA_LOG_LEVEL: 'debug', VIVENCIA_TRUSTED_PROXIES: '127.0.0.1' }, folder);
  const headers = {
    'user-agent': `${canary}-agent`,
    'x-forwarded-for': '203.0.113.77',
    referer: `https://shop.example/?${canary}`,
    cookie: `${canary}=1`,
  };
  const ask = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    await (await fetch(server.url + path, { ...init, headers: { ...headers, ...init.headers } })).text();
  };
  const state = {
    site: publicKey,
    id: randomUUID(),
    revision: 0,
    touchpoint: canary,
    status: 'shown',
    comment: canary,
  };
  await ask('/v1/responses', { method: 'POST', body: JSON.stringify(state) });
  await ask('/v1/responses', { method: 'POST', body: `{"${canary}` });
  await ask(`/s/${publicKey}.js?${canary}=1`);
  await ask(`/${canary}/%0a{"level":60}?${canary}`);
  await ask(`/login?token=${canary}`);
  await ask(`/share/${canary}?${canary}`);
  await ask(`/v1/touchpoints/${canary}/score?segment=${canary}:1`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  await ask('/v1/scores', { headers: { authorization: `Bearer sk_${canary}` } });
  // A body that never comes to its end.
  const gone = connect(Number(new URL(server.url).port), '127.0.0.1');
  gone.end(
    `POST /v1/responses?${canary} HTTP/1.1\r\nHost: ${canary}\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n{`,
  );
  await new Promise((resolve) => gone.resume().once('close', resolve));
  const linesUntilNow = () =>
    server
      .logged()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const requestsUntilNow = () => linesUntilNow().filter(({ msg }) => msg === 'request');
  await expect.poll(() => requestsUntilNow().length).toBe(9);
  expect(await server.end('SIGTERM')).toBe(0);

  const lines = linesUntilNow();
  const requests = requestsUntilNow();
  expect(requests.map(({ level, method, route, status }) => [level, method, route, status])).toEqual([
    [20, 'POST', '/v1/responses', 200],
    [20, 'POST', '/v1/responses', 400],
    [20, 'GET', '/s/:file', 200],
    [30, 'GET', '/*', 404],
    [30, 'GET', '/login', 401],
    [30, 'GET', '/share/:token', 404],
    [30, 'GET', '/v1/touchpoints/:key/score', 422],
    [30, 'GET', '/v1/scores', 401],
    [20, 'POST', '/v1/responses', 400],
  ]);
  expect(lines.every(({ level }) => level <= 30)).toBe(true);
  for (const secret of [canary, '203.0.113', publicKey, secretKey, state.id]) {
    expect(server.logged()).not.toContain(secret);
  }
});
