import type Database from 'better-sqlite3';
import { and, between, eq, gt, type SQL, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { SeriesQuery } from '../series.ts';
import type { BucketQuery, SegmentTallyQuery, TallyQuery } from '../tally.ts';
import { pass, reason, segment, tallyDay, tallyHour, touchpoint } from './schema.ts';
import { readSeries, type SeriesRows } from './seriesReader.ts';
import type { TallyRows, TallySheet } from './tallyRows.ts';
import { inSpan, type TallyTable } from './tallySpan.ts';
import { tableOf } from './tallyWriter.ts';

const wholeSegment = 0;
const unknownSegment = -1;

/** Reads the counts that a query chooses. */
export class TallyReader {
  readonly #db: BetterSQLite3Database;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  /** By touchpoint, summed over the query's days. */
  readTallies(query: TallyQuery): TallySheet {
    const table = query.hours ? (tallyHour as unknown as TallyTable) : tallyDay;
    const { first, last } = query.hours ?? { first: query.fromDay, last: query.toDay };
    const chosen = [between(table.bucket, first, last), ...this.#filters(table, query)];
    const touchpoints = this.#touchpoints(query.site);
    const rows = this.#readRows(table, table.touchpoint, query.site, and(...chosen));
    return { ...rows, touchpoints, passed: this.#readPassed(query) };
  }

  /** Of one touchpoint, by bucket, in order of time. */
  readBuckets(query: BucketQuery): TallyRows {
    const table = tableOf[query.grain] as TallyTable;
    const known = this.#touchpoints(query.site).find(({ key }) => key === query.touchpoint);
    const chosen = [
      inSpan(table, query.fromBucket, query.toBucket),
      eq(table.touchpoint, known?.id ?? 0),
      ...this.#filters(table, query),
    ];
    return this.#readRows(table, table.bucket, query.site, and(...chosen));
  }

  /** What was felt, by touchpoint and bucket. */
  readSeries(query: SeriesQuery): SeriesRows {
    const table = tableOf[query.grain] as TallyTable;
    return readSeries(this.#db, table, query, this.#touchpoints(query.site), this.#filters(table, query));
  }

  /** Of one touchpoint, by the number of each segment, summed over the query's days. */
  readBySegment(query: SegmentTallyQuery): TallyRows {
    const known = this.#touchpoints(query.site).find(({ key }) => key === query.touchpoint);
    const table = query.hours ? (tallyHour as unknown as TallyTable) : tallyDay;
    const { first, last } = query.hours ?? { first: query.fromDay, last: query.toDay };
    const chosen = [
      inSpan(table, first, last),
      eq(table.site, query.site),
      eq(table.touchpoint, known?.id ?? 0),
      gt(table.segment, wholeSegment),
      query.version === undefined ? undefined : eq(table.version, query.version),
      query.test ? undefined : eq(table.test, 0),
    ];
    return this.#readRows(table, table.segment, query.site, and(...chosen));
  }

  #filters(table: TallyTable, query: Pick<TallyQuery, 'site' | 'segment' | 'version' | 'test'>) {
    return [
      eq(table.site, query.site),
      eq(table.segment, this.#segment(query)),
      query.version === undefined ? undefined : eq(table.version, query.version),
      query.test ? undefined : eq(table.test, 0),
    ];
  }

  #readRows(
    table: TallyTable,
    by: TallyTable['bucket'] | TallyTable['touchpoint'] | TallyTable['segment'],
    site: number,
    chosen?: SQL,
  ): TallyRows {
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
      .values() as number[][];
    return { numbers: Float64Array.from(rows.flat()), reasons: this.#reasons(site) };
  }

  #readPassed(query: TallyQuery): Map<number, number> {
    const rows = this.#db
      .select({ touchpoint: pass.touchpoint, count: sql<number>`sum(${pass.count})` })
      .from(pass)
      .where(
        and(
          between(pass.day, query.fromDay, query.toDay),
          eq(pass.site, query.site),
          query.hours && between(pass.hour, query.hours.first, query.hours.last),
        ),
      )
      .groupBy(pass.touchpoint)
      .all();
    return new Map(rows.map((row) => [row.touchpoint, row.count]));
  }

  #touchpoints(site: number): { id: number; key: string }[] {
    return this.#db
      .select({ id: touchpoint.id, key: touchpoint.key })
      .from(touchpoint)
      .where(eq(touchpoint.site, site))
      .all();
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
