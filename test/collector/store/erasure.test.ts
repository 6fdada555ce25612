import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { noteRemoved, noteShreds, removeShreds } from '../../../packages/collector/src/store/sqlite/shreds.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/storeUnavailable.ts';
import { delivery } from '../../support/delivery.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const canary = 'canary-in-a-mine';
const dayMs = 24 * 60 * 60 * 1000;

let folder: string;
let store: Store;
let remove = () => {};
afterEach(async () => {
  await store?.close();
  remove();
});

/** A store with many answers, some of which hold canaries; its site's number. */
async function withCanaries(): Promise<number> {
  ({ folder, remove } = temporaryFolder());
  store = await openSqliteStore(`${folder}/v.db`, { check: true });
  const { site } = await store.addSite(defaultSite('Shop'));
  const received = Date.now() - 40 * dayMs;
  for (let batch = 0; batch < 5; batch++) {
    const deliveries = Array.from({ length: 400 }, (_, place) => {
      const theirs = { respondent: `${canary}-person`, comment: `${canary}-comment`.repeat(1 + (place % 20)) };
      const given = place % 10 === 0 ? theirs : { respondent: `c-${place}`, comment: 'Another. '.repeat(place % 30) };
      return delivery(site.id, { status: 'dismissed', ...given }, { received, moment: received });
    });
    await store.recordStates(deliveries);
  }
  // Amended rows move about in the file and leave what they were behind.
  const some = await store.readResponses(site.id, null, 1_000);
  await store.recordStates(
    some.map((response) =>
      delivery(site.id, { ...response, revision: 1, interaction: 'order-'.repeat(9) }, { received }),
    ),
  );
  expect(singing()).not.toEqual([]);
  return site.id;
}

/** Whether the file says that something was deleted since it was last written anew. */
const saysThatItHasShreds = () => {
  const database = new Database(`${folder}/v.db`, { readonly: true });
  const flag = database.pragma('user_version', { simple: true });
  database.close();
  return (flag as number) % 2 === 1;
};

/** The files in the folder in which a canary is found. */
const singing = () => readdirSync(folder).filter((name) => readFileSync(`${folder}/${name}`).includes(canary));

describe('what is deleted is in no file any more, nor in a later backup', () => {
  test('a respondent', async () => {
    const site = await withCanaries();
    expect(await store.eraseRespondent(site, `${canary}-person`)).toBe(200);
    await store.scrub();
    await store.backUp(`${folder}/backup.db`);
    expect(singing()).toEqual([]);
    expect((await store.verify()).differences).toEqual([]);
  });

  test('names and comments of a certain age', async () => {
    const site = await withCanaries();
    await store.putSite(site, { ...defaultSite('Shop'), retentionDays: { shown: 0, comments: 30, respondents: 30 } });
    expect(saysThatItHasShreds()).toBe(false);
    expect(await store.retire()).toMatchObject({ respondents: 2_000 });
    expect(saysThatItHasShreds()).toBe(true);
    await store.scrub();
    // Or every later scrub would write the whole file anew.
    expect(saysThatItHasShreds()).toBe(false);
    await store.backUp(`${folder}/backup.db`);
    expect(singing()).toEqual([]);
  });
});

test('a file that is too large to be rewritten by the clock keeps its traces, and says so, until it is asked for', async () => {
  const site = await withCanaries();
  expect(await store.scrub(1)).toBe(true);
  await store.eraseRespondent(site, `${canary}-person`);
  expect(await store.scrub(1)).toBe(false);
  expect(await store.scrub()).toBe(true);
  expect(await store.scrub(1)).toBe(true);
  expect(singing()).toEqual([]);
});

test('what another process deletes while the file is rewritten is removed the next time', () => {
  ({ folder, remove } = temporaryFolder());
  const [one, other] = [new Database(`${folder}/s.db`), new Database(`${folder}/s.db`)];
  const version = () => one.pragma('user_version', { simple: true }) as number;
  noteShreds(one);
  const before = version();
  // The other one deletes, rewrites the file, and deletes again.
  noteShreds(other);
  expect(removeShreds(other, Infinity)).toBe('removed');
  noteShreds(other);
  noteRemoved(one, before);
  expect(removeShreds(one, Infinity)).toBe('removed');
  expect(removeShreds(one, Infinity)).toBe('none there');
  one.close();
  other.close();
});

test('while somebody reads its traces stay, which is told, and erasing again removes them', async () => {
  const site = await withCanaries();
  const reader = new Database(`${folder}/v.db`, { readonly: true });
  reader.exec('begin; select count(*) from response');
  reader.prepare('select count(*) from response').get();
  await expect(store.eraseRespondent(site, `${canary}-person`)).rejects.toThrow(StoreUnavailable);
  expect(await store.recordStates([delivery(site)])).toEqual([{ outcome: 'stored' }]);
  expect(singing()).not.toEqual([]);
  reader.exec('commit');
  reader.close();
  expect(await store.eraseRespondent(site, `${canary}-person`)).toBe(0);
  await store.scrub();
  expect(singing()).toEqual([]);
});
