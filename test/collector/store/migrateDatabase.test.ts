import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const migrations = fileURLToPath(new URL('../../../packages/collector/migrations/sqlite', import.meta.url));
const count = readdirSync(migrations).filter((name) => name.endsWith('.sql')).length;

let remove = () => {};
afterEach(() => remove());

/** A file as the first version built it; with data, a site and one answer that is counted. */
function firstVersionFile(withData: boolean): { folder: string; file: string } {
  const temporary = temporaryFolder();
  remove = temporary.remove;
  const first = `${temporary.folder}/migrations`;
  mkdirSync(`${first}/meta`, { recursive: true });
  const journal = JSON.parse(readFileSync(`${migrations}/meta/_journal.json`, 'utf8'));
  writeFileSync(`${first}/meta/_journal.json`, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  cpSync(`${migrations}/0000_first.sql`, `${first}/0000_first.sql`);
  mkdirSync(`${temporary.folder}/data`);
  const file = `${temporary.folder}/data/vivencia.db`;
  const database = new Database(file);
  migrate(drizzle(database), { migrationsFolder: first });
  if (withData) {
    database.exec(`
      insert into site values (1, 'pk_1', 'Shop', '[]', 'UTC', 60, 3, '{"shown":0,"comments":0,"respondents":0}', 0);
      insert into touchpoint values (1, 1, 'checkout', 1, 0, 0);
      insert into response values (x'0190a000000070008000000000000001', 1, 1, 0, 0, 0, 0, 0, 0, null, 0, 0, null, 0, 1, 0,
        0, 0, 0, null, null, null, null, null);`);
  }
  database.close();
  return { folder: `${temporary.folder}/data`, file };
}

const read = (file: string, text: string) => {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(text).pluck().all();
  } finally {
    database.close();
  }
};
const applied = (file: string) => read(file, 'select count(*) from __drizzle_migrations')[0];

describe('a file of the version before', () => {
  test('is backed up beside itself, as it was, and then migrated', async () => {
    const { folder, file } = firstVersionFile(true);
    const store = await openSqliteStore(file);
    expect(await store.readResponses(1, null, 10)).toMatchObject([{ quarantined: false, discarded: false }]);
    await store.rebuild();
    expect((await store.verify()).differences).toEqual([]);
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['vivencia.db', 'vivencia.db.before-0001']);
    expect([applied(file), applied(`${file}.before-0001`)]).toEqual([count, 1]);
    expect(read(`${file}.before-0001`, 'select count(*) from response')).toEqual([1]);
    const tables = "select name, sql from sqlite_schema where sql like '%without rowid' order by name";
    const before = read(`${file}.before-0001`, tables);
    expect(before).toContain('response');
    expect(read(file, tables)).toEqual(expect.arrayContaining(before));
  });

  test('of a former try the backup stays', async () => {
    const { folder, file } = firstVersionFile(true);
    writeFileSync(`${file}.before-0001`, 'kept');
    await (await openSqliteStore(file)).close();
    expect(readFileSync(`${file}.before-0001`, 'utf8')).toBe('kept');
    expect(readdirSync(folder)).toContain('vivencia.db.before-0001-2');
  });

  test('without anything in it is only migrated', async () => {
    const { folder, file } = firstVersionFile(false);
    await (await openSqliteStore(file)).close();
    expect(readdirSync(folder)).toEqual(['vivencia.db']);
    expect(applied(file)).toBe(count);
  });

  test('that cannot be backed up stays as it was, and nothing starts', async () => {
    const { folder, file } = firstVersionFile(true);
    const [root] = read(file, "select rootpage from sqlite_schema where name = 'pass'") as number[];
    const bytes = readFileSync(file);
    bytes.fill(0xee, ((root as number) - 1) * 4096, (root as number) * 4096);
    writeFileSync(file, bytes);
    const { code, stderr } = await vivencia(folder, 'serve', '--port', '0');
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringContaining(file)]]);
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
    expect(applied(file)).toBe(1);
  });
});

test('two that start at once on a new file both start', async () => {
  const temporary = temporaryFolder();
  remove = temporary.remove;
  const stores = await Promise.all([0, 1, 2].map(() => openSqliteStore(`${temporary.folder}/v.db`)));
  for (const store of stores) expect(await store.listSites()).toEqual([]);
  for (const store of stores) await store.close();
});
