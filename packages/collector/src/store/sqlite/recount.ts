import type Database from 'better-sqlite3';
import { count, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { dayOfHour } from '../../tally/bucket.ts';
import { DeltaSum, grains, keyNames, type TallyKey } from '../../tally/deltaSum.ts';
import { transition } from '../../tally/transition.ts';
import type { Progress } from '../progress.ts';
import type { TallyDifference } from '../tallyDifference.ts';
import { rowsOf } from './responseReader.ts';
import { talliedOf } from './responseRow.ts';
import { pass, response, site, tallyRetired } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import { tableOf, tallyUpsert } from './tallyWriter.ts';

const progressEvery = 20_000;

/** Counts the responses of a site, or of all, anew from their rows, and adds what was retired. */
function recount(connection: Database.Database, directory: SiteDirectory, siteId: number | null, progress?: Progress) {
  const db = drizzle(connection);
  const ofSite = siteId === null ? undefined : eq(response.site, siteId);
  const total = db.select({ total: count() }).from(response).where(ofSite).get()?.total ?? 0;
  const sum = new DeltaSum();
  let responses = 0;
  for (const row of rowsOf(connection, siteId)) {
    const timeZone = directory.timeZone(row.site);
    if (timeZone === null) continue;
    const tallied = talliedOf(row, timeZone, directory.channelSegment(row));
    for (const delta of transition(null, tallied)) sum.add(row.site, delta);
    if (++responses % progressEvery === 0) progress?.(responses, total);
  }
  const ofRetired = siteId === null ? undefined : eq(tallyRetired.site, siteId);
  for (const row of db.select().from(tallyRetired).where(ofRetired).all()) {
    const timeZone = directory.timeZone(row.site);
    if (timeZone === null) continue;
    const { bucket: hour, count: change, ...rest } = row;
    sum.add(row.site, { cell: { ...rest, hour, day: dayOfHour(hour, timeZone) }, change });
  }
  progress?.(total, total);
  return { sum, responses };
}

/** Where a tally differs from a recount of the responses plus what was retired. */
export function verifyTallies(connection: Database.Database, directory: SiteDirectory, progress?: Progress) {
  const db = drizzle(connection);
  const names = new Map(
    db
      .select({ id: site.id, name: site.name })
      .from(site)
      .all()
      .map((row) => [row.id, row.name]),
  );
  const { sum, responses } = recount(connection, directory, null, progress);
  const differences: TallyDifference[] = [];
  for (const grain of grains) {
    const expected = new Map(sum.changes(grain).map(({ key, change }) => [key.join(), { key, change }]));
    const differ = (key: TallyKey, tallied: number, recounted: number) => {
      const cell = Object.fromEntries(keyNames.map((name, place) => [name, key[place] as number]));
      differences.push({ site: names.get(key[1] as number) ?? '', grain, cell, tallied, recounted });
    };
    for (const row of db.select().from(tableOf[grain]).all()) {
      const key = keyNames.map((name) => row[name]);
      const recounted = expected.get(key.join())?.change ?? 0;
      expected.delete(key.join());
      if (recounted !== row.count) differ(key, row.count, recounted);
    }
    for (const { key, change } of expected.values()) differ(key, 0, change);
  }
  return { responses, differences };
}

/** Writes the tallies of a site, or of all, anew; passes get the days of the site's clock as it is now. */
export function rebuildTallies(
  connection: Database.Database,
  directory: SiteDirectory,
  siteId: number | null,
  progress?: Progress,
): { responses: number } {
  const db = drizzle(connection);
  const { sum, responses } = recount(connection, directory, siteId, progress);
  for (const grain of grains) {
    const table = tableOf[grain];
    const add = tallyUpsert(connection, table);
    db.delete(table)
      .where(siteId === null ? undefined : eq(table.site, siteId))
      .run();
    for (const { key, change } of sum.changes(grain)) add(key, change);
  }
  rebucketPasses(connection, directory, siteId);
  return { responses };
}

function rebucketPasses(connection: Database.Database, directory: SiteDirectory, siteId: number | null): void {
  const db = drizzle(connection);
  const ofSite = siteId === null ? undefined : eq(pass.site, siteId);
  const rows = db.select().from(pass).where(ofSite).all();
  db.delete(pass).where(ofSite).run();
  for (const row of rows) {
    const timeZone = directory.timeZone(row.site);
    if (timeZone !== null)
      db.insert(pass)
        .values({ ...row, day: dayOfHour(row.hour, timeZone) })
        .run();
  }
}
