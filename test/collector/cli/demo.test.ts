import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

describe('vivencia demo', () => {
  const { folder, remove } = temporaryFolder();
  afterAll(remove);
  const run = (...args: string[]) => vivencia(folder, ...args);
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);
  const fill = (...args: string[]) => json('demo', 'fill', '--until', '2025-06-15T12:00Z', ...args);
  const exported = async () => (await run('export', '--site', 'Northwind Shop (demo answers)')).stdout;

  /** All rows of the sites that are not the demo's, and how many the others have, by table. */
  function rowsOf(site: number) {
    const db = new Database(`${folder}/vivencia.db`, { readonly: true });
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
    const withSite = tables.filter((table) =>
      db.prepare(`SELECT 1 FROM pragma_table_info(?) WHERE name = 'site'`).get(table),
    );
    const rows = withSite.map((table) => [
      table,
      db.prepare(`SELECT * FROM ${table} WHERE site = ?`).all(site),
      db.prepare(`SELECT count(*) FROM ${table} WHERE site <> ?`).pluck().get(site),
    ]);
    db.close();
    return rows as [table: string, own: unknown[], others: number][];
  }

  test('the same seed fills in the same, over what was filled in before; what is cleared leaves other sites alone', async () => {
    await run('site', 'add', 'Demo answers', '--origin', 'https://demo.example');
    await run('access', 'add', 'Ann', '--role', 'viewer');
    const before = rowsOf(1);
    expect(before.every(([, , others]) => others === 0)).toBe(true);

    const first = await fill('--responses', '200');
    expect(first).toMatchObject({
      site: 'Northwind Shop (demo answers)',
      publicKey: expect.stringMatching(/^pk_/),
      link: `http://127.0.0.1:8787/login?token=${first.token}`,
      answers: 200,
      replaced: 0,
    });
    const firstLines = await exported();
    expect(firstLines.trim().split('\n').length).toBe(first.responses);
    expect(await fill('--responses', '200')).toMatchObject({ replaced: first.responses });
    expect(await exported()).toBe(firstLines);
    expect(await json('verify')).toMatchObject({ ok: true, responses: first.responses });
    await fill('--responses', '200', '--seed', '2');
    expect(await exported()).not.toBe(firstLines);
    expect(rowsOf(1).map(([table, own]) => [table, own])).toEqual(before.map(([table, own]) => [table, own]));

    expect(await json('demo', 'clear')).toMatchObject({ sites: 1 });
    expect(rowsOf(1)).toEqual(before);
    expect(await json('site', 'list')).toMatchObject([{ name: 'Demo answers' }]);
    expect(await json('demo', 'clear')).toEqual({ sites: 0, responses: 0 });
  }, 60_000);

  test('a site that somebody else gave its name is neither filled nor cleared', async () => {
    await run('site', 'add', 'Northwind Shop (demo answers)', '--origin', 'https://northwind.example');
    const refused = await run('demo', 'fill', '--responses', '3');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/that demo fill did not make/)]);
    expect(await json('demo', 'clear')).toEqual({ sites: 0, responses: 0 });
    expect(await json('site', 'list')).toHaveLength(2);
  }, 20_000);

  const misuses: [says: RegExp, ...args: string[]][] = [
    [/--responses must be a whole number from 0 to 10000000/, '--responses', 'many'],
    [/--responses must be/, '--responses', '-1'],
    [/--responses must be/, '--responses', '1e9'],
    [/--days must be a whole number from 60 to 1095/, '--days', '44'],
    [/--seed must be/, '--seed', '1.5'],
    [/--until must not be in the future/, '--until', '2999-01-01'],
    [/--until is read only as/, '--until', 'yesterday'],
    [/Allowed choices are checkout, chat, returns/, '--story', 'none'],
  ];
  test.each(misuses)('is misused: %s', async (says, ...args) => {
    const { code, stderr } = await run('demo', 'fill', ...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});
