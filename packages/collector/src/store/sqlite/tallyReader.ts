import type Database from 'better-sqlite3';
import { and, between, eq, gt, type SQL, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { SeriesQuery } from '../series.ts';
import type { BucketQuery, SegmentTallyQuery, TallyQuery } from '../tally.ts';
import { CellSums } from './cellSums.ts';
import { type EachRow, eachRowOf } from './eachRow.ts';
import { packedCell } from './packedCell.ts';
import { pass, reason, segment, tallyDay, tallyHour, touchpoint } from './schema.ts';
import { readSeries, type SeriesRows } from './seriesReader.ts';
import type { TallyRows, TallySheet } from './tallyRows.ts';
import { among, inSpan, type TallyTable } from './tallySpan.ts';
import { tableOf } from './tallyWriter.ts';

const wholeSegment = 0;
const unknownSegment = -1;

/** Reads the counts that a query chooses. */
export class TallyReader {
  readonly #db: BetterSQLite3Database;
  readonly #eachRow: EachRow;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
    this.#eachRow = eachRowOf(connection);
  }

  /** By touchpoint, summed over the query's days. */
  readTallies(query: TallyQuery): TallySheet {
    const table = query.hours ? (tallyHour as unknown as TallyTable) : tallyDay;
    const { first, last } = query.hours ?? { first: query.fromDay, last: query.toDay };
    const touchpoints = this.#touchpoints(query.site);
    const chosen = [inSpan(table, first, last), among(table, touchpoints), ...this.#filters(table, query)];
    const rows = this.#readRows(table, table.touchpoint, query.site, null, and(...chosen));
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
    return this.#readRows(table, table.bucket, query.site, known?.id ?? 0, and(...chosen));
  }

  /** What was felt, by touchpoint and bucket. */
  readSeries(query: SeriesQuery): SeriesRows {
    const table = tableOf[query.grain] as TallyTable;
    const all = this.#touchpoints(query.site);
    const asked = query.touchpoint;
    const touchpoints = asked === undefined ? all : all.filter(({ key }) => key === asked);
    return readSeries(this.#db, this.#eachRow, table, query, touchpoints, this.#filters(table, query));
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
    return this.#readRows(table, table.segment, query.site, known?.id ?? 0, and(...chosen));
  }

  #filters(table: TallyTable, query: Pick<TallyQuery, 'site' | 'segment' | 'version' | 'test'>) {
    return [
      eq(table.site, query.site),
      eq(table.segment, this.#segment(query)),
      query.version === undefined ? undefined : eq(table.version, query.version),
      query.test ? undefined : eq(table.test, 0),
    ];
  }

  /** Sums cell by cell what is chosen; in the order of what it is grouped by, then of the cells. */
  #readRows(
    table: TallyTable,
    by: TallyTable['bucket'] | TallyTable['touchpoint'] | TallyTable['segment'],
    site: number,
    touchpointId: number | null,
    chosen?: SQL,
  ): TallyRows {
    const sums = new CellSums();
    const columns = [by, packedCell(table), table.count, 0] as const;
    this.#eachRow(this.#db, table, columns, chosen, (group, cell, count) => sums.add(group, cell, count));
    return { numbers: sums.rows(), touchpoint: touchpointId, reasons: this.#reasons(site) };
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
