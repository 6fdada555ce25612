import type Database from 'better-sqlite3';
import { and, between, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { emotionOf, scaleOf, statusOf } from '../../tally/cell.ts';
import type { TallyCount } from '../../tally/tallyCount.ts';
import type { TallyQuery, TouchpointTally } from '../store.ts';
import { pass, reason, segment, tallyDay, touchpoint } from './schema.ts';

const wholeSegment = 0;
const unknownSegment = -1;

/** Reads the counts that a query chooses, summed over its days. */
export class TallyReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  readTallies(query: TallyQuery): TouchpointTally[] {
    const passed = this.#readPassed(query);
    const counts = this.#readCounts(query);
    const known = this.#db.select().from(touchpoint).where(eq(touchpoint.site, query.site)).all();
    return known
      .filter(({ id }) => passed.has(id) || counts.has(id))
      .map(({ id, key }) => ({ touchpoint: key, passed: passed.get(id) ?? 0, counts: counts.get(id) ?? [] }));
  }

  #readCounts(query: TallyQuery): Map<number, TallyCount[]> {
    const rows = this.#db
      .select({
        touchpoint: tallyDay.touchpoint,
        prompted: tallyDay.prompted,
        status: tallyDay.status,
        scale: tallyDay.scale,
        emotion: tallyDay.emotion,
        rating: tallyDay.rating,
        latencyBin: tallyDay.latencyBin,
        count: sql<number>`sum(${tallyDay.count})`,
      })
      .from(tallyDay)
      .where(
        and(
          between(tallyDay.bucket, query.fromDay, query.toDay),
          eq(tallyDay.site, query.site),
          eq(tallyDay.segment, this.#segment(query)),
          query.version === undefined ? undefined : eq(tallyDay.version, query.version),
          query.test ? undefined : eq(tallyDay.test, 0),
        ),
      )
      .groupBy(
        tallyDay.touchpoint,
        tallyDay.prompted,
        tallyDay.status,
        tallyDay.scale,
        tallyDay.emotion,
        tallyDay.rating,
        tallyDay.latencyBin,
      )
      .all();
    const reasons = this.#reasons(query.site);
    const counts = new Map<number, TallyCount[]>();
    for (const row of rows) {
      const scale = scaleOf(row.scale);
      const list = counts.get(row.touchpoint) ?? [];
      counts.set(row.touchpoint, list);
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

  #segment({ site, segment: asked }: TallyQuery): number {
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

function ratingOf(scale: TallyCount['scale'], stored: number): number | null {
  if (scale === 'reason') return null;
  return scale === 'felt' ? stored || null : stored;
}
