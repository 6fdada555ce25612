import type Database from 'better-sqlite3';
import { and, between, eq, type SQL, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { emotionOf, scaleOf, statusOf } from '../../tally/cell.ts';
import type { TallyCount } from '../../tally/tallyCount.ts';
import type { BucketQuery, BucketTally, TallyQuery, TouchpointTally } from '../store.ts';
import { pass, reason, segment, tallyDay, touchpoint } from './schema.ts';
import { tableOf } from './tallyWriter.ts';

const wholeSegment = 0;
const unknownSegment = -1;

/** Both grains have the same columns. */
type TallyTable = typeof tallyDay;

/** Reads the counts that a query chooses. */
export class TallyReader {
  readonly #db: BetterSQLite3Database;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  /** By touchpoint, summed over the query's days. */
  readTallies(query: TallyQuery): TouchpointTally[] {
    const passed = this.#readPassed(query);
    const ids = this.#touchpoints(query.site);
    const chosen = [between(tallyDay.bucket, query.fromDay, query.toDay), ...this.#filters(tallyDay, query)];
    const counts = this.#readCounts(tallyDay, tallyDay.touchpoint, query.site, and(...chosen));
    return [...ids]
      .filter(([, id]) => passed.has(id) || counts.has(id))
      .map(([key, id]) => ({ touchpoint: key, passed: passed.get(id) ?? 0, counts: counts.get(id) ?? [] }));
  }

  /** Of one touchpoint, by bucket. */
  readBuckets(query: BucketQuery): BucketTally[] {
    const id = this.#touchpoints(query.site).get(query.touchpoint);
    if (id === undefined) return [];
    const table = tableOf[query.grain] as TallyTable;
    const chosen = [
      inSpan(table, query.fromBucket, query.toBucket),
      eq(table.touchpoint, id),
      ...this.#filters(table, query),
    ];
    const counts = this.#readCounts(table, table.bucket, query.site, and(...chosen));
    return [...counts].map(([bucket, ofBucket]) => ({ bucket, counts: ofBucket }));
  }

  #filters(table: TallyTable, query: Pick<TallyQuery, 'site' | 'segment' | 'version' | 'test'>) {
    return [
      eq(table.site, query.site),
      eq(table.segment, this.#segment(query)),
      query.version === undefined ? undefined : eq(table.version, query.version),
      query.test ? undefined : eq(table.test, 0),
    ];
  }

  #readCounts(
    table: TallyTable,
    by: TallyTable['bucket'] | TallyTable['touchpoint'],
    site: number,
    chosen: SQL | undefined,
  ) {
    const cell = [table.prompted, table.status, table.scale, table.emotion, table.rating, table.latencyBin];
    const rows = this.#db
      .select({
        by,
        touchpoint: sql<number>`min(${table.touchpoint})`,
        prompted: table.prompted,
        status: table.status,
        scale: table.scale,
        emotion: table.emotion,
        rating: table.rating,
        latencyBin: table.latencyBin,
        count: sql<number>`sum(${table.count})`,
      })
      .from(table)
      .where(chosen)
      .groupBy(by, ...cell)
      .orderBy(by)
      .all();
    const reasons = this.#reasons(site);
    const counts = new Map<number, TallyCount[]>();
    for (const row of rows) {
      const scale = scaleOf(row.scale);
      const list = counts.get(row.by) ?? [];
      counts.set(row.by, list);
      list.push({
        status: statusOf(row.status),
        prompted: row.prompted === 1,
        scale,
        emotion: emotionOf(row.emotion),
        rating: ratingOf(scale, row.rating),
        reason: scale === 'reason' ? (reasons.get(`${row.touchpoint} ${row.rating}`) ?? null) : null,
        latencyBin: row.latencyBin,
        count: row.count,
      });
    }
    return counts;
  }

  #readPassed(query: TallyQuery): Map<number, number> {
    const rows = this.#db
      .select({ touchpoint: pass.touchpoint, count: sql<number>`sum(${pass.count})` })
      .from(pass)
      .where(and(between(pass.day, query.fromDay, query.toDay), eq(pass.site, query.site)))
      .groupBy(pass.touchpoint)
      .all();
    return new Map(rows.map((row) => [row.touchpoint, row.count]));
  }

  #touchpoints(site: number): Map<string, number> {
    const known = this.#db.select().from(touchpoint).where(eq(touchpoint.site, site)).all();
    return new Map(known.map(({ key, id }) => [key, id]));
  }

  #segment({ site, segment: asked }: Pick<TallyQuery, 'site' | 'segment'>): number {
    if (!asked) return wholeSegment;
    const row = this.#db
      .select({ id: segment.id })
      .from(segment)
      .where(and(eq(segment.site, site), eq(segment.name, asked.name), eq(segment.value, asked.value)))
      .get();
    return row?.id ?? unknownSegment;
  }

  #reasons(site: number): Map<string, string> {
    const rows = this.#db.select().from(reason).where(eq(reason.site, site)).all();
    return new Map(rows.map((row) => [`${row.touchpoint} ${row.id}`, row.key]));
  }
}

/**
 * Names each bucket of a span, so that the other touchpoints' rows between one bucket and the next are skipped: the
 * key begins with the bucket. Buckets before the first and after the last that the table has are not named.
 */
function inSpan(table: TallyTable, from: number, to: number): SQL {
  return sql`${table.bucket} in (
    with recursive span(bucket) as (
      select max(${from}, (select min(bucket) from ${table}))
      union all
      select bucket + 1 from span where bucket < min(${to}, (select max(bucket) from ${table}))
    )
    select bucket from span where bucket <= ${to}
  )`;
}

function ratingOf(scale: TallyCount['scale'], stored: number): number | null {
  if (scale === 'reason') return null;
  return scale === 'felt' ? stored || null : stored;
}
