import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/storeUnavailable.ts';
import { delivery } from '../../support/delivery.ts';
import { startServer, vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const command = fileURLToPath(new URL('../../../packages/collector/bin/vivencia.js', import.meta.url));

const removals: (() => void)[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const remove of removals.splice(0)) remove();
});

const newFolder = () => {
  const { folder, remove } = temporaryFolder();
  removals.push(remove);
  return folder;
};

const open = async (...args: Parameters<typeof openSqliteStore>) => {
  const store = await openSqliteStore(...args);
  stores.push(store);
  return store;
};

const { folder: madeOnce, remove: removeMade } = temporaryFolder();
afterAll(removeMade);
let made: Promise<number> | undefined;

/** A file with so many answers that it is checked while the server listens already; its site's number. */
async function largeFile(file: string): Promise<number> {
  made ??= makeLargeFile(`${madeOnce}/large.db`);
  const site = await made;
  copyFileSync(`${madeOnce}/large.db`, file);
  return site;
}

async function makeLargeFile(file: string): Promise<number> {
  const store = await openSqliteStore(file);
  const { site } = await store.addSite(defaultSite('Shop'));
  const comment = 'So long that few of them fill a page. '.repeat(50);
  for (let batch = 0; batch < 10; batch++) {
    await store.recordStates(Array.from({ length: 1_000 }, () => delivery(site.id, { status: 'dismissed', comment })));
  }
  await store.close();
  expect(statSync(file).size).toBeGreaterThan(17 * 1024 * 1024);
  return site.id;
}

const pageBytes = 4096;

/** Makes no sense of every tenth page behind the small tables. */
function damage(file: string): void {
  const handle = openSync(file, 'r+');
  const pages = statSync(file).size / pageBytes;
  for (let page = 60; page < pages; page += 10) writeSync(handle, Buffer.alloc(16, 0xee), 0, 16, page * pageBytes);
  closeSync(handle);
}

describe('a check of the whole file', () => {
  test('nothing is written until it ends, and reading goes on', async () => {
    const file = `${newFolder()}/v.db`;
    const site = await largeFile(file);
    const store = await open(file, { check: true });
    const refusal = store.recordStates([delivery(site)]);
    await expect(refusal).rejects.toThrow(new StoreUnavailable('the file is still being checked'));
    expect(await store.countResponses(site)).toBe(10_000);
    await expect.poll(() => store.readiness()).toBeNull();
    expect(await store.recordStates([delivery(site)])).toEqual([{ outcome: 'stored' }]);
  });

  test('what runs by the clock waits for it', async () => {
    const file = `${newFolder()}/v.db`;
    await largeFile(file);
    const store = await open(file, { check: true });
    expect(await store.readiness()).toBe('the file is still being checked');
    expect(await store.retire()).toEqual({ shown: 0, comments: 0, respondents: 0 });
    expect(await store.readiness()).toBeNull();
  });

  test('damage breaks the store for good, in one line that names the file', async () => {
    const file = `${newFolder()}/v.db`;
    const site = await largeFile(file);
    damage(file);
    const store = await open(file, { check: true });
    const { message } = await store.broken;
    expect(message).toMatch(/^\S+\/v\.db is damaged \(.+\): restore a backup/);
    expect(message).not.toContain('\n');
    expect(await store.readiness()).toBe(message);
    await expect(store.recordStates([delivery(site)])).rejects.toThrow(StoreUnavailable);
  });

  test('a server says so and ends with 1', async () => {
    const folder = newFolder();
    await largeFile(`${folder}/vivencia.db`);
    damage(`${folder}/vivencia.db`);
    const { code, stderr } = await vivencia(folder, 'serve', '--port', '0');
    expect([code, stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining(`${folder}/vivencia.db is damaged`)],
    ]);
  });

  /** The only process that a server has started; it stands still from now on. `null`: there is none yet. */
  const haltCheck = (server: number): number | null => {
    const [check] = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').split(' ').filter(Boolean);
    // Halted before it has become another program, it would halt the server, which waits for that.
    if (!check || !readFileSync(`/proc/${check}/cmdline`, 'utf8').includes('checkProcess')) return null;
    process.kill(Number(check), 'SIGSTOP');
    return Number(check);
  };
  const hasEnded = (pid: number) =>
    !existsSync(`/proc/${pid}/stat`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

  describe.runIf(process.platform === 'linux')('in a process of its own (seen in /proc)', () => {
    const startChecking = async (folder: string) => {
      await largeFile(`${folder}/vivencia.db`);
      const server = spawn(process.execPath, [command, 'serve', '--port', '0', '--data', folder]);
      let check: number | null = null;
      await expect
        .poll(() => (check ??= haltCheck(server.pid as number)), { interval: 1, timeout: 20_000 })
        .not.toBeNull();
      return { server, check: Number(check) };
    };

    test('told to stop, a server does not wait for it, and leaves one whole file', async () => {
      const folder = newFolder();
      const { server, check } = await startChecking(folder);
      server.kill('SIGTERM');
      expect((await once(server, 'close'))[0]).toBe(0);
      await expect.poll(() => hasEnded(check)).toBe(true);
      expect(readdirSync(folder)).toEqual(['vivencia.db']);
      expect(await vivencia(folder, 'verify')).toMatchObject({ code: 0, stdout: expect.stringContaining('10000') });
    });

    test('a signal to all of a server’s processes that the server outlives begins it anew', async () => {
      const folder = newFolder();
      const { server, check } = await startChecking(folder);
      let printed = '';
      server.stdout.on('data', (chunk) => {
        printed += chunk;
      });
      process.kill(check, 'SIGTERM');
      process.kill(check, 'SIGCONT');
      await expect.poll(() => printed, { timeout: 20_000 }).toContain('Answers are kept');
      const [url] = /http:\S+/.exec(printed) as RegExpExecArray;
      await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
      server.kill('SIGTERM');
      expect((await once(server, 'close'))[0]).toBe(0);
    });
  });

  test.each(['verify', 'rebuild'])('vivencia %s says so, too, and writes nothing', async (command) => {
    const folder = newFolder();
    await largeFile(`${folder}/vivencia.db`);
    damage(`${folder}/vivencia.db`);
    const { code, stdout, stderr } = await vivencia(folder, command);
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(/^vivencia: [^\n]* is damaged [^\n]*\n$/)]);
  });

  test('a small file is checked before the store opens', async () => {
    const file = `${newFolder()}/v.db`;
    const store = await openSqliteStore(file);
    const { site } = await store.addSite(defaultSite('Shop'));
    await store.recordStates(Array.from({ length: 2_000 }, () => delivery(site.id, { comment: 'Why? '.repeat(100) })));
    await store.close();
    const checked = await openSqliteStore(file, { check: true });
    expect(await checked.recordStates([delivery(site.id)])).toEqual([{ outcome: 'stored' }]);
    await checked.close();
    damage(file);
    await expect(openSqliteStore(file, { check: true })).rejects.toThrow(`${file} is damaged`);
  });
});

test('the WAL is copied into the file while nobody waits', async () => {
  const file = `${newFolder()}/v.db`;
  const store = await open(file, { check: true });
  const { site } = await store.addSite(defaultSite('Shop'));
  const comment = 'So long that few of them fill a page. '.repeat(50);
  const before = statSync(file).size;
  for (let batch = 0; batch < 12; batch++) {
    await store.recordStates(Array.from({ length: 500 }, () => delivery(site.id, { status: 'dismissed', comment })));
  }
  await expect.poll(() => statSync(file).size).toBeGreaterThan(before + 8 * 1024 * 1024);
});

test('a write that failed makes it unready, and the next that does not makes it ready again', async () => {
  const file = `${newFolder()}/v.db`;
  const store = await openSqliteStore(file);
  const { site } = await store.addSite(defaultSite('Shop'));
  expect(await store.readiness()).toBeNull();
  const other = new Database(file);
  other.exec('begin immediate');
  await expect(store.recordStates([delivery(site.id)])).rejects.toThrow(StoreUnavailable);
  expect(await store.readiness()).toMatch(/^the last write failed \(\S+ is locked by another program\)$/);
  other.exec('rollback');
  other.close();
  expect(await store.readiness()).toBeNull();
  await store.close();
  expect(await store.readiness()).toBe('the store is closed');
});

describe('a file that goes away under a running server', () => {
  const state = (site: string) =>
    JSON.stringify({ site, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' });
  const deliver = async (url: string, site: string) =>
    (await fetch(`${url}/v1/responses`, { method: 'POST', body: state(site) })).status;

  const goings: [name: string, (file: string) => void][] = [
    ['deleted', (file) => rmSync(file)],
    [
      'replaced',
      (file) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
    ['without its log', (file) => rmSync(`${file}-wal`)],
  ];
  test.each(goings)('%s: nothing more is acknowledged, readyz and one line of the log say why', async (_, go) => {
    const folder = newFolder();
    const { publicKey } = JSON.parse((await vivencia(folder, 'site', 'add', 'Shop', '--json')).stdout);
    const server = await startServer(folder);
    expect(await deliver(server.url, publicKey)).toBe(200);
    go(`${folder}/vivencia.db`);
    await expect.poll(() => deliver(server.url, publicKey), { timeout: 20_000 }).toBe(503);
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    expect((await ready.json()).detail).toMatch(/vivencia\.db(-wal)? was deleted, moved or replaced/);
    expect(server.logged().match(/the store has gone/g)).toHaveLength(1);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  test('moved away and back: it goes on, with all that it had', async () => {
    const file = `${newFolder()}/v.db`;
    const store = await open(file, { check: true });
    const { site } = await store.addSite(defaultSite('Shop'));
    renameSync(file, `${file}.away`);
    await expect.poll(() => store.readiness(), { timeout: 20_000 }).toMatch(/was deleted, moved or replaced/);
    await expect(store.recordStates([delivery(site.id)])).rejects.toThrow(/was deleted, moved or replaced/);
    renameSync(`${file}.away`, file);
    await expect.poll(() => store.readiness(), { timeout: 20_000 }).toBeNull();
    expect(await store.recordStates([delivery(site.id)])).toEqual([{ outcome: 'stored' }]);
  });
});

test('a small write that fits does not make it ready where no delivery fits', async () => {
  const file = `${newFolder()}/v.db`;
  const store = await open(file);
  const { site } = await store.addSite(defaultSite('Shop'));
  const other = new Database(file);
  other.exec('begin immediate');
  await expect(store.recordStates([delivery(site.id)])).rejects.toThrow(StoreUnavailable);
  other.exec('rollback');
  other.close();
  // Where it tries whether a megabyte fits, a folder is in its way.
  const inTheWay = `${file}.probe-${process.pid}`;
  mkdirSync(inTheWay);
  await store.putSite(site.id, { ...defaultSite('Shop'), gapMinutes: 5 });
  expect(await store.readiness()).toMatch(/^the disk cannot be written/);
  rmdirSync(inTheWay);
  expect(await store.readiness()).toBeNull();
});

test('what SQLite writes for a moment is written beside the file', async () => {
  const folder = newFolder();
  const site = await largeFile(`${folder}/vivencia.db`);
  const store = await openSqliteStore(`${folder}/vivencia.db`);
  await store.recordStates([delivery(site, { status: 'dismissed', respondent: 'c-1', comment: 'Mine.' })]);
  await store.close();
  const seen: string[] = [];
  const watcher = watch(folder, (_, name) => seen.push(name ?? ''));
  expect(await vivencia(folder, 'erase', '--respondent', 'c-1')).toMatchObject({ code: 0 });
  await expect.poll(() => seen).toContainEqual(expect.stringMatching(/^etilqs_/));
  watcher.close();
});

describe('a file that cannot be used is refused in one line that names it', () => {
  const make: [name: string, says: RegExp, prepare: (folder: string) => void][] = [
    [
      'not a database',
      /vivencia\.db is not a database/,
      (folder) => {
        writeFileSync(`${folder}/vivencia.db`, 'This is a shopping list, not a database. '.repeat(100));
      },
    ],
    ['a folder', /vivencia\.db is a folder/, (folder) => mkdirSync(`${folder}/vivencia.db`)],
    [
      'another program’s',
      /vivencia\.db is the database of another program/,
      (folder) => {
        const database = new Database(`${folder}/vivencia.db`);
        database.exec('create table recipe (title text)');
        database.close();
      },
    ],
  ];
  test.each(make)('%s', async (_, says, prepare) => {
    const folder = newFolder();
    prepare(folder);
    const before = statSync(`${folder}/vivencia.db`).isFile() && readFileSync(`${folder}/vivencia.db`);
    for (const command of [['verify'], ['serve', '--port', '0']]) {
      const { code, stdout, stderr } = await vivencia(folder, ...command);
      expect([code, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.stringMatching(says)]]);
    }
    if (before) expect(readFileSync(`${folder}/vivencia.db`)).toEqual(before);
  });

  test('a newer Vivencia’s', async () => {
    const folder = newFolder();
    await (await openSqliteStore(`${folder}/vivencia.db`)).close();
    const database = new Database(`${folder}/vivencia.db`);
    database.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    database.close();
    expect(await vivencia(folder, 'serve', '--port', '0')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^vivencia: VIVENCIA_DATABASE: \S+vivencia\.db: a newer Vivencia wrote this file[^\n]*\n$/,
      ),
    });
  });

  test('one whose schema is damaged', async () => {
    const folder = newFolder();
    await (await openSqliteStore(`${folder}/vivencia.db`)).close();
    const database = new Database(`${folder}/vivencia.db`);
    database.unsafeMode().pragma('writable_schema = ON');
    database.exec("update sqlite_schema set sql = replace(sql, 'count', 'cou\u00efnt') where name = 'tally_day'");
    database.close();
    for (const command of [['verify'], ['serve', '--port', '0']]) {
      const { code, stderr } = await vivencia(folder, ...command);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^vivencia: \S+ \S+vivencia\.db is damaged \([^\n]+\): restore a backup[^\n]*\n$/),
      ]);
    }
  });

  test('a path through a file', async () => {
    const folder = newFolder();
    writeFileSync(`${folder}/file`, '');
    await expect(openSqliteStore(`${folder}/file/v.db`)).rejects.toThrow(/the folder \S+\/file cannot be made: a part/);
  });

  // Root may write what nobody may.
  const asRoot = process.getuid?.() === 0;
  test.skipIf(asRoot)('a read-only file, and a read-only folder (root may write both)', async () => {
    const folder = newFolder();
    await (await openSqliteStore(`${folder}/vivencia.db`)).close();
    chmodSync(`${folder}/vivencia.db`, 0o400);
    await expect(openSqliteStore(`${folder}/vivencia.db`)).rejects.toThrow(/vivencia\.db cannot be written: this user/);
    chmodSync(folder, 0o500);
    await expect(openSqliteStore(`${folder}/new.db`)).rejects.toThrow(/nothing can be written into the folder/);
    chmodSync(folder, 0o700);
  });
});
