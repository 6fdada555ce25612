import { closesAfterMs } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, asc, count, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { idBytes, idText } from '../idBytes.ts';
import type { ResponsePage, ResponseQuery, StoredResponse } from '../storedResponse.ts';
import { type ResponseRow, standingBits, stateOf } from './responseRow.ts';
import { comment, reason, response, segment, touchpoint } from './schema.ts';

const rowsInOneRead = 5_000;

/** So many rows of whichever site are walked through in one call, which is some milliseconds. */
const rowsLookedAt = 5_000;

/** Every row of a site, or of all, in key order, read in steps so that memory stays small. */
export function* rowsOf(connection: Database.Database, siteId: number | null): Generator<ResponseRow> {
  const db = drizzle(connection);
  const ofSite = siteId === null ? undefined : eq(response.site, siteId);
  let last: ResponseRow | undefined;
  do {
    const rows = db
      .select()
      .from(response)
      .where(and(ofSite, last && afterRow(last)))
      .orderBy(asc(response.id), asc(response.site))
      .limit(rowsInOneRead)
      .all();
    yield* rows;
    last = rows.length === rowsInOneRead ? rows.at(-1) : undefined;
  } while (last);
}

const afterRow = ({ id, site }: ResponseRow): SQL | undefined =>
  or(gt(response.id, id), and(eq(response.id, id), gt(response.site, site)));

/** Reads responses as they are exported: the numbers of their rows as words again. */
export class ResponseReader {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly now: () => number,
  ) {
    this.#db = drizzle(connection);
  }

  /** Up to `limit` responses of a site in the order of their ids, from behind `after`. */
  readResponses(siteId: number, after: string | null, limit: number): StoredResponse[] {
    const rows = this.#responses(siteId, after === null ? undefined : gt(response.id, idBytes(after)))
      .orderBy(asc(response.id))
      .limit(limit)
      .all();
    return this.#allStored(siteId, rows);
  }

  /** As `Store.findResponses`. */
  findResponses({ after, limit, ...query }: ResponseQuery): ResponsePage {
    const begin = after === null ? undefined : gt(response.id, idBytes(after));
    // An index leads to those of one interaction or respondent; for all else the rows are walked through, in steps.
    const isIndexed = query.interaction !== undefined || query.respondent !== undefined;
    const end = isIndexed ? null : this.#endOfStep(begin);
    const which = and(this.#chosen(query), begin, end ? lte(response.id, end) : undefined);
    const rows = this.#responses(query.site, which).orderBy(asc(response.id)).limit(limit).all();
    const last = rows.length < limit ? end : rows.at(-1)?.row.id;
    return { responses: this.#allStored(query.site, rows), next: last ? idText(last) : null };
  }

  /** The id of the last row that one call looks at; `null` where fewer are left. */
  #endOfStep(begin: SQL | undefined): Buffer | null {
    const ids = this.#db.select({ id: response.id }).from(response).where(begin);
    const end = ids
      .orderBy(asc(response.id))
      .limit(1)
      .offset(rowsLookedAt - 1);
    return end.get()?.id ?? null;
  }

  #chosen({ site, touchpoint: key, from, to, interaction, respondent }: Omit<ResponseQuery, 'after' | 'limit'>) {
    const ofKey = sql`(select id from touchpoint where site = ${site} and key = ${key})`;
    return and(
      key === undefined ? undefined : eq(response.touchpoint, ofKey),
      from === undefined ? undefined : gte(response.at, from),
      to === undefined ? undefined : lt(response.at, to),
      interaction === undefined ? undefined : eq(response.interaction, interaction),
      respondent === undefined ? undefined : eq(response.respondent, respondent),
    );
  }

  readResponsesById(siteId: number, ids: string[]): StoredResponse[] {
    return this.#allStored(siteId, this.#responses(siteId, inArray(response.id, ids.map(idBytes))).all());
  }

  countResponses(siteId: number): number {
    return this.#db.select({ total: count() }).from(response).where(eq(response.site, siteId)).get()?.total ?? 0;
  }

  #responses(siteId: number, which: SQL | undefined) {
    return this.#db
      .select({ row: response, comment: comment.text })
      .from(response)
      .leftJoin(comment, and(eq(comment.id, response.id), eq(comment.site, response.site)))
      .where(and(eq(response.site, siteId), which))
      .$dynamic();
  }

  #allStored(siteId: number, rows: { row: ResponseRow; comment: string | null }[]): StoredResponse[] {
    const words = this.#words(siteId);
    return rows.map(({ row, comment }) => this.#stored(row, comment, words));
  }

  #stored(row: ResponseRow, comment: string | null, words: Words): StoredResponse {
    const answeredAt = row.answeredAfter === null ? Infinity : row.at + row.answeredAfter;
    const state = stateOf(row, {
      touchpoint: words.touchpoints.get(row.touchpoint) ?? '',
      locale: words.segments.get(row.locale)?.[1] ?? null,
      segment: (row.segments ?? []).flatMap((id) => {
        const pair = words.segments.get(id);
        return pair ? [pair] : [];
      }),
      reasons: (row.reasons ?? []).map((id) => words.reasons.get(`${row.touchpoint} ${id}`) ?? ''),
      comment,
    });
    return {
      ...state,
      at: row.at,
      received: row.at + row.receivedAfter,
      closed: this.now() > answeredAt + closesAfterMs,
      quarantined: (row.standing & standingBits.quarantined) !== 0,
      discarded: (row.standing & standingBits.discarded) !== 0,
    };
  }

  #words(siteId: number): Words {
    return {
      touchpoints: new Map(
        this.#db
          .select()
          .from(touchpoint)
          .where(eq(touchpoint.site, siteId))
          .all()
          .map((row) => [row.id, row.key]),
      ),
      segments: new Map(
        this.#db
          .select()
          .from(segment)
          .where(eq(segment.site, siteId))
          .all()
          .map((row) => [row.id, [row.name, row.value]]),
      ),
      reasons: new Map(
        this.#db
          .select()
          .from(reason)
          .where(eq(reason.site, siteId))
          .all()
          .map((row) => [`${row.touchpoint} ${row.id}`, row.key]),
      ),
    };
  }
}

interface Words {
  touchpoints: Map<number, string>;
  segments: Map<number, [name: string, value: string]>;
  reasons: Map<string, string>;
}
