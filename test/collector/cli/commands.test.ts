import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

const json = async (...args: string[]) => JSON.parse((await vivencia(folder, ...args, '--json')).stdout);
let keys: { site: string; publicKey: string; secretKey: string; identitySecret: string };
beforeAll(async () => {
  keys = await json('site', 'add', 'Shop', '--origin', 'https://Shop.example/', '--time-zone', 'Europe/Madrid');
});

describe('sites, keys and access', () => {
  test('a site is added with its keys', () => {
    expect(keys).toEqual({
      site: 'Shop',
      publicKey: expect.stringMatching(/^pk_[0-9a-f]{32}$/),
      secretKey: expect.stringMatching(/^sk_[\w-]{43}$/),
      identitySecret: expect.stringMatching(/^is_[\w-]{43}$/),
    });
  });

  test('its settings are listed, and changed one by one', async () => {
    const shop = {
      name: 'Shop',
      origins: ['https://shop.example'],
      timeZone: 'Europe/Madrid',
      gapMinutes: 60,
      dailyCap: 3,
    };
    expect(await json('site', 'list')).toMatchObject([shop]);
    expect(await json('site', 'set', 'Shop', '--gap-minutes', '5')).toMatchObject({ ...shop, gapMinutes: 5 });
  });

  test('its identity secret is told again, and replaced where that is said', async () => {
    const { identitySecret } = keys;
    expect(await json('site', 'identity', 'Shop')).toEqual({ site: 'Shop', identitySecret });
    expect((await vivencia(folder, 'site', 'identity')).stdout).toBe(`${identitySecret}\n`);
    const replaced = await json('site', 'identity', 'Shop', '--rotate');
    expect(replaced.identitySecret).not.toBe(identitySecret);
    expect(await json('site', 'identity', 'Shop')).toEqual(replaced);
    // It lies beside the database, for its owner alone, and not in it.
    expect(statSync(`${folder}/vivencia.db.secret`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${folder}/vivencia.db`).includes('is_')).toBe(false);
  });

  test('a person gets a link', async () => {
    const { link, token } = await json('access', 'add', 'Ada', '--role', 'viewer');
    expect(link).toBe(`http://127.0.0.1:8787/login?token=${token}`);
    expect(await json('access', 'list')).toMatchObject([{ name: 'Ada', role: 'viewer', usedAt: null }]);
  });

  test('a key is added and revoked', async () => {
    const { key } = await json('key', 'add', '--name', 'crm', '--scope', 'read');
    expect(await json('key', 'revoke', String(key))).toEqual({ revoked: key });
    expect((await vivencia(folder, 'key', 'revoke', String(key))).code).toBe(1);
  });
});

describe('exit codes: 0 done, 1 failed, 2 misused', () => {
  const rows: [code: number, says: RegExp, ...args: string[]][] = [
    [0, /Usage: vivencia/, '--help'],
    [0, /Usage: vivencia site add/, 'site', 'add', '--help'],
    [0, /Every tally equals/, 'verify'],
    [0, /Rebuilt the tallies/, 'rebuild'],
    [0, /Usage: vivencia/, 'help'],
    [2, /is not a number from the list/, 'key', 'revoke', 'abc'],
    [2, /the name is empty/, 'access', 'add', '', '--role', 'viewer'],
    [2, /the name has a character/, 'key', 'add', '--name', 'a\u202eb'],
    [2, /--respondent must name somebody/, 'erase', '--respondent', ''],
    [2, /--data must name a folder/, 'verify', '--data', ''],
    [1, /there is no database at/, 'verify', '--data', '/nowhere/at/all'],
    [1, /there is a site "Shop" already/, 'site', 'add', 'Shop'],
    [1, /there is no site "Nowhere"/, 'site', 'set', 'Nowhere', '--gap-minutes', '1'],
    [2, /timeZone is not an IANA time zone/, 'site', 'add', 'Mars', '--time-zone', 'Mars/Olympus'],
    [2, /origins\.0 is not an origin/, 'site', 'add', 'Odd', '--origin', 'shop.example'],
    [2, /required option '--role/, 'access', 'add', 'Ada'],
    [2, /there is no scope "all"/, 'key', 'add', '--scope', 'all'],
    [2, /required option '--yes'/, 'site', 'remove', 'Shop'],
    [2, /required option '--from/, 'answers', 'discard', '--site', 'Shop'],
    [2, /--from is read only as/, 'answers', 'discard', '--site', 'Shop', '--from', 'yesterday'],
    [2, /--from must be before --to/, 'answers', 'discard', '--from', '2026-11-22', '--to', '2026-11-21'],
    [1, /no touchpoint with this key/, 'answers', 'release', '--from', '2026-11-22', '--touchpoint', 'nowhere'],
    [2, /required option '--respondent/, 'erase', '--site', 'Shop'],
    [0, /Erased 0 responses of this respondent of Shop/, 'erase', '--respondent', 'nobody'],
    [0, /holds no trace/, 'scrub'],
    [0, /Quarantined 0 answers of Shop/, 'answers', 'quarantine', '--from', '2026-11-22'],
    [2, /unknown command/, 'frobnicate'],
    [2, /--port must be a whole number/, 'serve', '--port', 'many'],
  ];
  test.each(rows)('%i %s', async (code, says, ...args) => {
    const result = await vivencia(folder, ...args);
    expect([result.code, result.stdout + result.stderr]).toEqual([code, expect.stringMatching(says)]);
  });
});

test('what a command changes reaches a running server within a second', async () => {
  const server = await startServer(folder);
  const post = async (site: string) => {
    const state = { site, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' };
    return (await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) })).status;
  };
  expect(await post(keys.publicKey)).toBe(200);
  const { publicKey } = await json('site', 'add', 'Second');
  expect(await post(publicKey)).toBe(200);
  await vivencia(folder, 'site', 'remove', 'Second', '--yes');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await post(publicKey)).toBe(401);
  expect(await server.end('SIGTERM')).toBe(0);
});

test('a spreadsheet takes no cell of an export for a formula', async () => {
  const server = await startServer(folder);
  const comment = '=HYPERLINK("https://evil.example";"Win, now")';
  const state = {
    site: keys.publicKey,
    id: randomUUID(),
    revision: 0,
    touchpoint: 'checkout',
    status: 'dismissed',
    comment,
  };
  await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) });
  await server.end('SIGTERM');
  const { stdout } = await vivencia(folder, 'export', '--format', 'csv', '--site', 'Shop');
  expect(stdout).toContain(`"'${comment.replaceAll('"', '""')}"`);
  const lines = (await vivencia(folder, 'export', '--site', 'Shop')).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining({ id: state.id, comment }));
});

test('answers are taken out of the counts while a server runs, and what an export says so stays out', async () => {
  const { folder: own, remove: removeOwn } = temporaryFolder();
  const run = async (...args: string[]) => JSON.parse((await vivencia(own, ...args, '--json')).stdout);
  const { publicKey, secretKey } = await run('site', 'add', 'Shop');
  const server = await startServer(own);
  const post = (status: object) => {
    const state = { site: publicKey, id: randomUUID(), revision: 0, touchpoint: 'checkout', ...status };
    return fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) });
  };
  const answered = async () => {
    const scores = await fetch(`${server.url}/v1/scores`, { headers: { authorization: `Bearer ${secretKey}` } });
    return ((await scores.json()) as { touchpoints: { answered: number }[] }).touchpoints[0]?.answered ?? 0;
  };
  for (let i = 0; i < 3; i++) await post({ status: 'answered', emotion: 'angry' });
  expect(await run('answers', 'discard', '--site', 'Shop', '--from', '2020-01-01')).toEqual({ changed: 3 });
  await post({ status: 'answered', emotion: 'happy' });
  expect(await answered()).toBe(1);
  await server.end('SIGTERM');
  const exported = await vivencia(own, 'export', '--format', 'csv');
  writeFileSync(`${own}/answers.csv`, exported.stdout);
  const { folder: second, remove: removeSecond } = temporaryFolder();
  await vivencia(second, 'site', 'add', 'Copy');
  expect(await vivencia(second, 'import', `${own}/answers.csv`)).toMatchObject({ code: 0 });
  expect(await vivencia(second, 'answers', 'release', '--from', '2020-01-01')).toMatchObject({
    stdout: 'Released 3 answers of Copy.\n',
  });
  expect(await run('answers', 'restore', '--from', '2020-01-01')).toEqual({ changed: 3 });
  expect(await run('verify')).toMatchObject({ ok: true, responses: 4 });
  removeOwn();
  removeSecond();
}, 120_000);
