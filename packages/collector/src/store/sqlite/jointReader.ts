import { latencyBinEdges, unknownLatencyBin } from '@vivencia/contract/latency';
import { channels } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, between, count, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { emotionOf, statusCode } from '../../tally/cell.ts';
import type { JointAnswers, JointGroup, JointQuery } from '../jointAnswers.ts';
import { response, segment, touchpoint } from './schema.ts';

/** An answer's moment is at most this long after its id was made: a prompt may wait, and offline phones deliver late. */
const idAgeMs = 31 * 24 * 60 * 60 * 1000;
/** Clocks of visitors go wrong by hours, not by days. */
const idAheadMs = 2 * 24 * 60 * 60 * 1000;
/** Version-7 ids from 2020 to 2040 lie between; of ids that hold no time, one in five hundred does. */
const firstTimed = Date.UTC(2020);
const lastTimed = Date.UTC(2040);

/**
 * Counts answers by several segments at once, which the tally, knowing one at a time, cannot: from the responses
 * themselves. No index finds those of a touchpoint in a period. Where a site has more than may be looked at, ids that
 * hold their time are read from the period's end backwards, then those that hold none.
 */
export class JointReader {
  readonly #db: BetterSQLite3Database;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  readJointAnswers(query: JointQuery): JointAnswers {
    const { look, from, to } = query;
    const known = this.#touchpoint(query);
    if (known === null) return { groups: [], answers: 0, isCut: false };
    const among = { ...query, touchpoint: known };
    const spans = this.#hasFewer(query.site, look)
      ? [undefined]
      : [
          between(response.id, idAt(from - idAgeMs), idAt(to + idAheadMs)),
          or(lt(response.id, idAt(firstTimed)), gt(response.id, idAt(lastTimed))),
        ];
    const rows: Row[] = [];
    let looked = 0;
    for (const ids of spans) {
      const found = this.#count(among, ids, look - looked);
      rows.push(...found.rows);
      looked += found.looked;
    }
    const groups = this.#grouped(rows, query);
    return {
      groups,
      answers: groups.reduce((sum, group) => sum + group.count, 0),
      isCut: looked >= look,
    };
  }

  #count({ site: siteId, touchpoint: place, from, to, version }: Among, ids: SQL | undefined, look: number) {
    if (look <= 0) return { rows: [], looked: 0 };
    const newest = this.#db
      .select()
      .from(response)
      .where(and(eq(response.site, siteId), ids))
      .orderBy(desc(response.id))
      .limit(look)
      .as('newest');
    const isMeant = and(
      eq(newest.touchpoint, place),
      eq(newest.status, statusCode('answered')),
      gt(newest.emotion, 0),
      eq(newest.test, 0),
      eq(newest.standing, 0),
      between(newest.at, from, to - 1),
      version === undefined ? undefined : eq(newest.version, version),
    );
    const bin = binOf(sql`${newest.latencyMs}`);
    // Rows that are not meant make one group, so that one reading counts what was looked at.
    const meant = sql<number>`case when ${isMeant} then 1 else 0 end`;
    const when = (column: SQL.Aliased | SQL | unknown) => sql`case when ${isMeant} then ${column} end`;
    const rows = this.#db
      .select({
        meant: meant.as('meant'),
        channel: sql<number>`${when(newest.channel)}`.as('by_channel'),
        locale: sql<number>`${when(newest.locale)}`.as('by_locale'),
        segments: sql<string | null>`${when(newest.segments)}`.as('by_segments'),
        emotion: sql<number>`${when(newest.emotion)}`.as('by_emotion'),
        strength: sql<number>`${when(newest.strength)}`.as('by_strength'),
        latencyBin: sql<number>`${when(bin)}`.as('by_latency'),
        count: sql<number>`count(*)`,
      })
      .from(newest)
      .groupBy(sql`meant, by_channel, by_locale, by_segments, by_emotion, by_strength, by_latency`)
      .all();
    const looked = rows.reduce((sum, row) => sum + row.count, 0);
    return { rows: rows.filter((row) => row.meant === 1), looked };
  }

  /** Words for numbers; values that were not asked for are all one, so that few groups are left. */
  #grouped(rows: Row[], { site: siteId, segments: asked }: JointQuery): JointGroup[] {
    const words = this.#segments(siteId);
    const place = new Map(asked.map(({ name }, index) => [name, index]));
    const groups = new Map<string, JointGroup>();
    for (const row of rows) {
      const values: number[] = asked.map(() => -1);
      const note = (name: string, value: string) => {
        const index = place.get(name);
        if (index !== undefined) values[index] = asked[index]?.values.indexOf(value) ?? -1;
      };
      const channel = channels[row.channel - 1];
      if (channel) note('channel', channel);
      for (const id of [row.locale, ...(row.segments ? (JSON.parse(row.segments) as number[]) : [])]) {
        const pair = words.get(id);
        if (pair) note(...pair);
      }
      const emotion = emotionOf(row.emotion);
      if (emotion === null) continue;
      const key = `${values} ${emotion} ${row.strength} ${row.latencyBin}`;
      const group = groups.get(key) ?? {
        values,
        emotion,
        strength: row.strength || null,
        latencyBin: row.latencyBin,
        count: 0,
      };
      groups.set(key, group);
      group.count += row.count;
    }
    return [...groups.values()];
  }

  #hasFewer(siteId: number, many: number): boolean {
    const some = this.#db
      .select({ id: response.id })
      .from(response)
      .where(eq(response.site, siteId))
      .limit(many)
      .as('some');
    return (this.#db.select({ n: count() }).from(some).get()?.n ?? 0) < many;
  }

  #touchpoint({ site: siteId, touchpoint: key }: JointQuery): number | null {
    const found = and(eq(touchpoint.site, siteId), eq(touchpoint.key, key));
    return this.#db.select({ id: touchpoint.id }).from(touchpoint).where(found).get()?.id ?? null;
  }

  #segments(siteId: number): Map<number, [name: string, value: string]> {
    const rows = this.#db.select().from(segment).where(eq(segment.site, siteId)).all();
    return new Map(rows.map(({ id, name, value }) => [id, [name, value]]));
  }
}

interface Among extends Pick<JointQuery, 'site' | 'version' | 'from' | 'to'> {
  touchpoint: number;
}

interface Row {
  channel: number;
  locale: number;
  segments: string | null;
  emotion: number;
  strength: number;
  latencyBin: number;
  count: number;
}

/** The first id of version 7 that a moment could have. */
function idAt(moment: number): Buffer {
  const id = Buffer.alloc(16);
  id.writeUIntBE(Math.max(0, moment), 0, 6);
  return id;
}

/** As latencyBin of the contract: bins are (low, high]. */
const binOf = (latencyMs: SQL): SQL => {
  const steps = latencyBinEdges.map((minutes, bin) => sql`when ${latencyMs} <= ${minutes * 60_000} then ${bin}`);
  return sql`case when ${latencyMs} is null then ${unknownLatencyBin} ${sql.join(steps, sql` `)} else ${latencyBinEdges.length} end`;
};
