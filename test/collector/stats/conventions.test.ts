import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { type Conventions, conventions } from '../../../packages/collector/src/scoring/conventions.ts';
import { summarize } from '../../../packages/collector/src/stats/summarize.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { delivery } from '../../support/delivery.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

test('another latency curve, and another sign of an emotion, change scores with no write to the database', async () => {
  const file = `${folder}/vivencia.db`;
  const store = await openSqliteStore(file);
  const { site } = await store.addSite(defaultSite('Shop'));
  const hourMs = 3_600_000;
  const answer = (emotion: 'angry' | 'happy', strength: number, latencyMs: number) =>
    delivery(site.id, { status: 'answered', emotion, strength, latencyMs });
  await store.recordStates([
    ...Array.from({ length: 6 }, () => answer('angry', 5, 30 * hourMs)),
    ...Array.from({ length: 6 }, () => answer('happy', 1, 0)),
  ]);
  const [touchpoints, day] = [await store.listTouchpoints(site.id), dayOfDate('2026-11-22')];
  const period = { from: '2026-11-22', to: '2026-11-22', timeZone: 'UTC' };
  const score = async (by: Conventions) => {
    const tallies = await store.readTallies({ site: site.id, fromDay: day, toDay: day });
    return summarize({ tallies, touchpoints, period, by }).touchpoints[0];
  };
  const watcher = new Database(file, { readonly: true });
  const written = () => [
    watcher.pragma('data_version', { simple: true }),
    ...[file, `${file}-wal`].map((name) =>
      existsSync(name) ? createHash('sha256').update(readFileSync(name)).digest('hex') : '',
    ),
  ];

  const before = written();
  const asAgreed = await score(conventions);
  const evenly = await score({ ...conventions, latencyBinWeight: () => 1 });
  const angerIsGood = await score({ ...conventions, emotionSign: { ...conventions.emotionSign, angry: 1 } });
  expect(written()).toEqual(before);
  watcher.close();
  await store.close();

  // Late anger weighs .51 of prompt happiness; evenly it is (1 + .2)/2
  expect(asAgreed?.intensity?.value).toBeLessThan(50);
  expect(evenly?.intensity?.value).toBeCloseTo(60, 10);
  expect(asAgreed?.valence?.value).toBeLessThan(0);
  expect(angerIsGood?.valence?.value).toBeCloseTo(Number(asAgreed?.intensity?.value), 10);
});
