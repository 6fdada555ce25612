import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { startServer, vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
const { folder: backups, remove: removeBackups } = temporaryFolder();
afterAll(() => {
  remove();
  removeBackups();
});

const json = async (...args: string[]) => JSON.parse((await vivencia(folder, ...args, '--json')).stdout);

test('a backup made while answers come in holds all that was acknowledged before, and is restored by copying', async () => {
  const { publicKey } = await json('site', 'add', 'Shop');
  chmodSync(`${folder}/vivencia.db`, 0o600);
  const server = await startServer(folder);
  const acknowledged: string[] = [];
  let isOver = false;
  const deliver = async () => {
    while (!isOver) {
      const state = { site: publicKey, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' };
      const answer = await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) });
      if (answer.status === 200) acknowledged.push(state.id);
    }
  };
  const clients = [deliver(), deliver()];
  await expect.poll(() => acknowledged.length).toBeGreaterThan(100);
  const before = [...acknowledged];
  const made = await json('backup', `${backups}/one.db`);
  expect(made).toEqual({
    file: `${backups}/one.db`,
    responses: expect.any(Number),
    bytes: statSync(`${backups}/one.db`).size,
    noted: true,
  });
  expect(made.responses).toBeGreaterThanOrEqual(before.length);
  expect(readdirSync(backups)).toEqual(['one.db']);
  expect(statSync(`${backups}/one.db`).mode & 0o777).toBe(0o600);
  isOver = true;
  await Promise.all(clients);
  await server.end('SIGKILL');

  for (const end of ['', '-wal', '-shm']) rmSync(`${folder}/vivencia.db${end}`, { force: true });
  copyFileSync(`${backups}/one.db`, `${folder}/vivencia.db`);
  const restored = await startServer(folder);
  const state = { site: publicKey, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' };
  expect((await fetch(`${restored.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) })).status).toBe(
    200,
  );
  await restored.end('SIGTERM');
  const kept = (await vivencia(folder, 'export')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(kept).toEqual(expect.arrayContaining([...before, state.id]));
  expect(kept).toHaveLength(made.responses + 1);
  expect(await json('verify')).toMatchObject({ ok: true });
});

describe('what cannot be done fails with 1 and one line, and leaves nothing', () => {
  const rows: [name: string, says: RegExp, file: string][] = [
    ['a name that is taken', /there is a file \S+taken\.db already/, 'taken.db'],
    ['the rest of another database', /there is a file \S+rest\.db-wal already/, 'rest.db'],
    ['a folder that there is not', /there is no folder \S+nowhere/, 'nowhere/one.db'],
  ];
  test.each(rows)('%s', async (_, says, file) => {
    await vivencia(folder, 'site', 'list');
    writeFileSync(`${backups}/taken.db`, 'mine');
    writeFileSync(`${backups}/rest.db-wal`, '');
    const listed = readdirSync(backups);
    const { code, stdout, stderr } = await vivencia(folder, 'backup', `${backups}/${file}`);
    expect([code, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.stringMatching(says)]]);
    expect(readdirSync(backups)).toEqual(listed);
    expect(statSync(`${backups}/taken.db`).size).toBe(4);
  });

  test('no name at all is misuse', async () => {
    expect(await vivencia(folder, 'backup')).toMatchObject({ code: 2 });
  });
});
