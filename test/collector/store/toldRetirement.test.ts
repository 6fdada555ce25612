import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
afterEach(remove);

const dayMs = 24 * 60 * 60 * 1000;

test('interactions and invitations go after 90 days, however many lie before and between', async () => {
  const file = `${folder}/v.db`;
  const store = await openSqliteStore(file);
  const { site } = await store.addSite(defaultSite('Shop'));
  const database = new Database(file);
  const [old, recent] = [Date.now() - 91 * dayMs, Date.now() - dayMs];
  const tell = database.prepare('insert into interaction values (?, ?, 1, ?, ?, null, 0, null, 0, null)');
  const invite = database.prepare('insert into invitation values (?, ?, 1, null, ?, ?, ?, ?, null, null, 0, null, 0)');
  database.transaction(() => {
    for (let number = 0; number < 4_100; number++) {
      const at = number % 2 ? old : recent;
      const id = Buffer.alloc(16);
      id.writeUInt32BE(number);
      tell.run(site.id, `order-${number}`, at, at);
      invite.run(id, site.id, `c-${number}`, at, at, at + dayMs);
    }
  })();
  const left = () =>
    ['interaction', 'invitation'].map((table) => database.prepare(`select count(*) from ${table}`).pluck().get());
  const named = () => database.prepare('select count(*) from invitation where respondent is not null').pluck().get();
  await store.retire();
  expect([left(), named()]).toEqual([[2_050, 2_050], 2_050]);
  await store.putSite(site.id, { ...defaultSite('Shop'), retentionDays: { shown: 0, comments: 0, respondents: 1 } });
  expect(await store.retire()).toMatchObject({ respondents: 2_050 });
  expect([left(), named()]).toEqual([[2_050, 2_050], 0]);
  database.close();
  await store.close();
});
