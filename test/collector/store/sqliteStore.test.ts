import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { openForWriting } from '../../../packages/collector/src/store/sqlite/openDatabase.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/storeUnavailable.ts';
import { delivery } from '../../support/delivery.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { conformance } from './conformance.ts';

conformance('the SQLite store', async () => {
  const { folder, remove } = temporaryFolder();
  let store = await openSqliteStore(`${folder}/vivencia.db`);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openSqliteStore(`${folder}/vivencia.db`);
      return store;
    },
    remove: async () => {
      await store.close();
      remove();
    },
  };
});

describe('the SQLite file', () => {
  const temporary = temporaryFolder();
  afterEach(() => temporary.remove());
  const inFolder = (name: string) => {
    const { folder, remove } = temporaryFolder();
    temporary.remove = remove;
    return `${folder}/${name}`;
  };

  test('a commit is on disk when it returns: WAL with synchronous=FULL, on the connection that writes', () => {
    // A new file reads back FULL whatever was set, until it has been written to and opened again.
    const file = inFolder('v.db');
    const first = openForWriting(file);
    first.exec('create table t (a)');
    first.close();
    const database = openForWriting(file);
    const read = (name: string) => database.pragma(name, { simple: true });
    expect([read('journal_mode'), read('synchronous'), read('secure_delete'), read('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
      1,
    ]);
    database.close();
  });

  test('summing tallies holds nothing else up', async () => {
    const store = await openSqliteStore(inFolder('v.db'));
    const { site } = await store.addSite(defaultSite('Shop'));
    const query = { site: site.id, fromDay: 0, toDay: 30_000 };
    await store.readTallies(query);
    const done: string[] = [];
    await Promise.all([
      store.readTallies(query).then(() => done.push('summed')),
      new Promise(setImmediate).then(() => done.push('something else')),
    ]);
    expect(done).toEqual(['something else', 'summed']);
    await store.close();
    await expect(store.readTallies(query)).rejects.toThrow(StoreUnavailable);
  });

  test('sums beyond those that are waited for are refused, and there is room again after them', async () => {
    const store = await openSqliteStore(inFolder('v.db'));
    const { site } = await store.addSite(defaultSite('Shop'));
    const query = { site: site.id, fromDay: 0, toDay: 30_000 };
    for (const round of [1, 2]) {
      const reads = Array.from({ length: 40 }, (_, n) => (n % 2 ? store.readTallies(query) : store.readPasses(query)));
      const settled = await Promise.allSettled(reads);
      const refused = settled.filter((each) => each.status === 'rejected').map(({ reason }) => reason);
      expect([round, refused.length]).toEqual([round, 8]);
      expect(refused[0]).toBeInstanceOf(StoreUnavailable);
      // What is read at once is not summed.
      expect(await store.listSites()).toHaveLength(1);
    }
    await store.close();
  });

  test('what is no database is refused in one line', async () => {
    const file = inFolder('v.db');
    writeFileSync(file, 'This is a shopping list, not a database. '.repeat(100));
    await expect(openSqliteStore(file)).rejects.toThrow(/not a database/);
  });

  test('what a newer Vivencia wrote is refused in one line', async () => {
    const file = inFolder('v.db');
    await (await openSqliteStore(file)).close();
    const database = new Database(file);
    database.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
    database.close();
    await expect(openSqliteStore(file)).rejects.toThrow('a newer Vivencia wrote this file');
  });

  test('a check by another process keeps nobody from writing', async () => {
    const file = inFolder('v.db');
    const [server, command] = [await openSqliteStore(file), await openSqliteStore(file)];
    const { site } = await server.addSite(defaultSite('Shop'));
    const many = Array.from({ length: 12_000 }, () => delivery(site.id));
    await server.recordStates(many);
    let checked = false;
    const check = command.verify().then((result) => {
      checked = true;
      return result;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await server.recordStates([delivery(site.id)])).toEqual([{ outcome: 'stored' }]);
    expect(checked).toBe(false);
    expect((await check).differences).toEqual([]);
    await server.close();
    await command.close();
  });

  test('a batch that fails leaves nothing behind, neither on disk nor in memory', async () => {
    const store = await openSqliteStore(inFolder('v.db'));
    const { site } = await store.addSite(defaultSite('Shop'));
    const state = { status: 'answered', emotion: 'happy', channel: 'web', segment: [['plan', 'pro']] } as const;
    const good = delivery(site.id, {
      ...state,
      segment: [...state.segment.map((pair) => [...pair] as [string, string])],
    });
    const spoiled = delivery(site.id, { touchpoint: 'spoiled', comment: Symbol.iterator.toString() });
    Object.assign(spoiled.state, { evaluation: { scale: 'csat', value: {} } });
    await expect(store.recordStates([good, spoiled])).rejects.toThrow();
    expect(await store.countResponses(site.id)).toBe(0);
    expect(await store.listTouchpoints(site.id)).toEqual([]);
    expect(await store.recordStates([good])).toEqual([{ outcome: 'stored' }]);
    expect((await store.verify()).differences).toEqual([]);
    await store.close();
  });

  test('what another process changes is seen by the next batch', async () => {
    const file = inFolder('v.db');
    const [server, command] = [await openSqliteStore(file), await openSqliteStore(file)];
    const { site } = await server.addSite(defaultSite('Shop'));
    await server.recordStates([delivery(site.id)]);
    await command.removeSite(site.id);
    expect(await server.recordStates([delivery(site.id)])).toEqual([{ refused: 'unknown_site' }]);
    const again = (await command.addSite(defaultSite('Shop'))).site;
    expect(await server.recordStates([delivery(again.id)])).toEqual([{ outcome: 'stored' }]);
    await server.close();
    await command.close();
  });
});
