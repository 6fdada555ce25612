import { emotionSign } from '@vivencia/contract/emotion';
import { channels, statuses } from '@vivencia/contract/response';
import type Database from 'better-sqlite3';
import { and, desc, eq, gte, inArray, lt, or } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { emotionOf } from '../../tally/cell.ts';
import type { CommentQuery, ReadComments, StoredComment } from '../comment.ts';
import { idBytes, idText } from '../idBytes.ts';
import { comment, reason, response, segment, touchpoint } from './schema.ts';

/** What a read looks at, at most, where nothing else is asked for. */
const mostLooked = 20_000;
/** Read at once: a page's worth is mostly among the first. */
const inOneRead = 500;

/** Reads the comments of a site, newest first by their index. */
export class CommentReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  read(query: CommentQuery): ReadComments {
    const { site, order, limit, look = mostLooked } = query;
    const cursor = readCursor(query.before);
    const isWanted = this.#chooserOf(query);
    const found: Row[] = [];
    let last: Place | null = order === 'newest' ? cursor : null;
    let looked = 0;
    let isAll = false;
    // One more than asked for tells whether there are more.
    while (!isAll && looked < look && (order === 'strongest' || found.length <= limit)) {
      const rows = this.#newest(query, last, Math.min(inOneRead, look - looked));
      found.push(...rows.filter(isWanted));
      looked += rows.length;
      last = rows.at(-1) ?? last;
      isAll = rows.length === 0;
    }
    const rest = order === 'newest' ? found : found.filter((row) => !cursor || isBehind(row, cursor)).sort(byStrength);
    const shown = rest.slice(0, limit);
    return {
      comments: this.#told(site, shown),
      next: rest.length > limit ? cursorOf(shown.at(-1)) : null,
      isCut: looked >= look && this.#newest(query, last, 1).length > 0,
    };
  }

  /** By time, from behind a place. */
  #newest({ site: siteId, from, to }: CommentQuery, behind: Place | null, limit: number): Row[] {
    const older = behind && or(lt(comment.at, behind.at), and(eq(comment.at, behind.at), lt(comment.id, behind.id)));
    return this.#db
      .select({
        id: comment.id,
        at: comment.at,
        text: comment.text,
        strength: response.strength,
        emotion: response.emotion,
        status: response.status,
        channel: response.channel,
        segments: response.segments,
        version: response.version,
        latencyMs: response.latencyMs,
        standing: response.standing,
        test: response.test,
        locale: response.locale,
        reasons: response.reasons,
        place: touchpoint.id,
        touchpoint: touchpoint.key,
        hidden: touchpoint.hidden,
      })
      .from(comment)
      .innerJoin(response, and(eq(response.id, comment.id), eq(response.site, comment.site)))
      .innerJoin(touchpoint, and(eq(touchpoint.id, response.touchpoint), eq(touchpoint.site, response.site)))
      .where(
        and(
          eq(comment.site, siteId),
          from === undefined ? undefined : gte(comment.at, from),
          to === undefined ? undefined : lt(comment.at, to),
          older ?? undefined,
        ),
      )
      .orderBy(desc(comment.at), desc(comment.id))
      .limit(limit)
      .all();
  }

  #chooserOf(query: CommentQuery): (row: Row) => boolean {
    const { site: siteId, segment: asked } = query;
    if (!asked) return chooserOf(query, () => true);
    const { name, value } = asked;
    if (name === 'channel') return chooserOf(query, ({ channel }) => channels[channel - 1] === value);
    const named = and(eq(segment.site, siteId), eq(segment.name, name), eq(segment.value, value));
    const id = this.#db.select({ id: segment.id }).from(segment).where(named).get()?.id;
    if (id === undefined) return () => false;
    return chooserOf(query, ({ locale, segments }) => locale === id || (segments?.includes(id) ?? false));
  }

  #told(siteId: number, rows: readonly Row[]): StoredComment[] {
    const locales = this.#locales(siteId, rows);
    const reasons = this.#reasons(siteId, rows);
    return rows.map((row) => ({
      id: idText(row.id),
      touchpoint: row.touchpoint,
      comment: row.text,
      emotion: emotionOf(row.emotion),
      strength: row.strength || null,
      reasons: (row.reasons ?? []).flatMap((id) => reasons.get(`${row.place} ${id}`) ?? []),
      locale: locales.get(row.locale) ?? null,
      at: row.at,
    }));
  }

  #locales(siteId: number, rows: readonly Row[]): Map<number, string> {
    const ids = [...new Set(rows.map(({ locale }) => locale))];
    const chosen = and(eq(segment.site, siteId), inArray(segment.id, ids));
    return new Map(
      this.#db
        .select()
        .from(segment)
        .where(chosen)
        .all()
        .map((each) => [each.id, each.value]),
    );
  }

  #reasons(siteId: number, rows: readonly Row[]): Map<string, string> {
    const places = [...new Set(rows.map(({ place }) => place))];
    const chosen = and(eq(reason.site, siteId), inArray(reason.touchpoint, places));
    const found = this.#db.select().from(reason).where(chosen).all();
    return new Map(found.map((each) => [`${each.touchpoint} ${each.id}`, each.key]));
  }
}

interface Row extends Place {
  text: string;
  emotion: number;
  status: number;
  standing: number;
  test: number;
  channel: number;
  segments: number[] | null;
  version: number;
  latencyMs: number | null;
  locale: number;
  reasons: number[] | null;
  /** Number of the touchpoint. */
  place: number;
  touchpoint: string;
  hidden: boolean;
}

/** Where a comment stands in either order. */
interface Place {
  at: number;
  id: Buffer;
  /** 0 where it was not said. */
  strength: number;
}

function chooserOf(query: CommentQuery, isOfSegment: (row: Row) => boolean): (row: Row) => boolean {
  const { touchpoint: key, version, latestMs, search, negative, minStrength = 0 } = query;
  const sought = search ? folded(search) : null;
  return (row) => {
    if (row.standing !== 0 || row.test !== 0 || row.hidden || statuses[row.status] !== 'answered') return false;
    if (key !== undefined && row.touchpoint !== key) return false;
    if (version !== undefined && row.version !== version) return false;
    if (latestMs !== undefined && (row.latencyMs === null || row.latencyMs > latestMs)) return false;
    if (row.strength < minStrength || !isOfSegment(row)) return false;
    const emotion = emotionOf(row.emotion);
    if (negative && (emotion === null || emotionSign[emotion] !== -1)) return false;
    return sought === null || folded(row.text).includes(sought);
  };
}

/** SQLite itself knows upper and lower case of ASCII only. */
const folded = (text: string) => text.normalize('NFC').toLowerCase();

/** The strongest first, of those the newest. */
const byStrength = (a: Place, b: Place) => b.strength - a.strength || b.at - a.at || Buffer.compare(b.id, a.id);

const isBehind = (row: Place, cursor: Place) => byStrength(row, cursor) > 0;

const cursorOf = (row: Place | undefined) => (row ? `${row.at}.${row.strength}.${idText(row.id)}` : null);

/** `null` also for what is none: then it begins at the beginning. */
function readCursor(text = ''): Place | null {
  const [, at, strength, id] = /^(\d{1,15})\.([0-5])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  return id ? { at: Number(at), strength: Number(strength), id: idBytes(id) } : null;
}
