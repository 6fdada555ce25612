import { defaultSettings, overflowKey } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { directoryCaps } from '../directoryCaps.ts';
import { channelOf, type ResponseRow } from './responseRow.ts';
import { reason, segment, site, touchpoint, touchpointVersion } from './schema.ts';

export interface TouchpointEntry {
  id: number;
  key: string;
  version: number;
  confirmed: boolean;
  reasons: Map<string, number>;
}

/** A touchpoint whose answers are counted at another one: its number there, and that of each of its reasons. */
interface Merged {
  into: TouchpointEntry;
  reasons: Map<number, number>;
}

interface SiteEntry {
  id: number;
  timeZone: string;
  /** By key; that of a merged touchpoint leads to the one that it was merged into. */
  touchpoints: Map<string, TouchpointEntry>;
  /** By the number of what was merged. */
  merged: Map<number, Merged>;
  segments: Map<string, Map<string, number>>;
  segmentCount: number;
}

/**
 * The small numbers that stand for a site's words in the big tables: read once, kept in memory by the only connection
 * that writes, read anew when another process has written to the file.
 */
export class SiteDirectory {
  readonly #db: BetterSQLite3Database;
  readonly #sites = new Map<number, SiteEntry>();
  #dataVersion: unknown;

  constructor(
    private readonly connection: Database.Database,
    private readonly now: () => number,
  ) {
    this.#db = drizzle(connection);
  }

  /** Call inside a transaction, before anything is looked up: forgets everything if another process wrote since. */
  refresh(): void {
    const dataVersion = this.connection.pragma('data_version', { simple: true });
    if (dataVersion !== this.#dataVersion) this.forget();
    this.#dataVersion = dataVersion;
  }

  /** Call where a transaction was rolled back, or where settings were changed. */
  forget(): void {
    this.#sites.clear();
  }

  timeZone(siteId: number): string | null {
    return this.#site(siteId)?.timeZone ?? null;
  }

  /** The touchpoint that counts what is said of a key, `other` past the cap; `null` where there is none yet. */
  touchpoint(siteId: number, key: string): TouchpointEntry | null {
    const entry = this.#site(siteId);
    if (!entry) return null;
    return entry.touchpoints.get(key) ?? (isFull(entry, key) ? (entry.touchpoints.get(overflowKey) ?? null) : null);
  }

  /** A row as it is counted since its touchpoint was merged into another; itself where it was not. */
  asCounted(row: ResponseRow): ResponseRow {
    const merged = this.#site(row.site)?.merged.get(row.touchpoint);
    if (!merged) return row;
    const reasons = row.reasons?.map((id) => merged.reasons.get(id) ?? id) ?? null;
    return { ...row, touchpoint: merged.into.id, reasons };
  }

  /** The number of the touchpoint that counts what is said of another one by its number: mostly itself. */
  countedAt(siteId: number, touchpointId: number): number {
    return this.#site(siteId)?.merged.get(touchpointId)?.into.id ?? touchpointId;
  }

  /** The number of a reason at the touchpoint that another one was merged into. */
  mergedReason(siteId: number, from: number, id: number): number {
    return this.#site(siteId)?.merged.get(from)?.reasons.get(id) ?? id;
  }

  /** As `touchpoint`, but an unknown one is created, unconfirmed and with the default settings. */
  ensureTouchpoint(siteId: number, key: string): TouchpointEntry {
    const known = this.touchpoint(siteId, key);
    if (known) return known;
    const entry = this.#known(siteId);
    return this.addTouchpoint(siteId, isFull(entry, key) ? overflowKey : key, false);
  }

  addTouchpoint(siteId: number, key: string, confirmed: boolean): TouchpointEntry {
    const entry = this.#known(siteId);
    const added = { id: entry.touchpoints.size + 1, key, version: 1, confirmed, reasons: new Map<string, number>() };
    this.#db.insert(touchpoint).values({ site: siteId, id: added.id, key, version: 1, confirmed, hidden: false }).run();
    if (!confirmed) {
      this.#db
        .insert(touchpointVersion)
        .values({
          site: siteId,
          touchpoint: added.id,
          version: 1,
          settings: defaultSettings(key),
          createdAt: this.now(),
        })
        .run();
    }
    entry.touchpoints.set(key, added);
    return added;
  }

  /** Gives a touchpoint's reasons their numbers; numbers once given stay. */
  addReasons(siteId: number, entry: TouchpointEntry, keys: readonly string[]): void {
    for (const key of keys) {
      if (entry.reasons.has(key)) continue;
      const id = entry.reasons.size + 1;
      this.#db.insert(reason).values({ site: siteId, touchpoint: entry.id, id, key }).run();
      entry.reasons.set(key, id);
    }
  }

  /** The number of a segment, of its overflow past the caps; 0 where there is none yet. */
  segment(siteId: number, name: string, value: string): number {
    const entry = this.#site(siteId);
    if (!entry) return 0;
    const [countedName, countedValue] = countedSegment(entry, name, value);
    return entry.segments.get(countedName)?.get(countedValue) ?? 0;
  }

  /** As `segment`, but an unknown one is created. */
  ensureSegment(siteId: number, name: string, value: string): number {
    const known = this.segment(siteId, name, value);
    if (known) return known;
    const entry = this.#known(siteId);
    const [countedName, countedValue] = countedSegment(entry, name, value);
    const id = entry.segmentCount + 1;
    this.#db.insert(segment).values({ site: siteId, id, name: countedName, value: countedValue }).run();
    entry.segmentCount = id;
    remember(entry.segments, countedName, countedValue, id);
    return id;
  }

  /** The number of a stored response's segment `channel=…`; 0 where it has none. */
  channelSegment({ site: siteId, channel }: Pick<ResponseRow, 'site' | 'channel'>): number {
    const name = channelOf(channel);
    return name === null ? 0 : this.ensureSegment(siteId, 'channel', name);
  }

  #known(siteId: number): SiteEntry {
    const entry = this.#site(siteId);
    if (!entry) throw new Error(`site ${siteId} is not in the store`);
    return entry;
  }

  #site(siteId: number): SiteEntry | null {
    const known = this.#sites.get(siteId);
    if (known) return known;
    const row = this.#db.select({ timeZone: site.timeZone }).from(site).where(eq(site.id, siteId)).get();
    if (!row) return null;
    const entry = this.#read(siteId, row.timeZone);
    this.#sites.set(siteId, entry);
    return entry;
  }

  #read(siteId: number, timeZone: string): SiteEntry {
    const touchpoints = new Map<string, TouchpointEntry>();
    const byId = new Map<number, TouchpointEntry>();
    const rows = this.#db.select().from(touchpoint).where(eq(touchpoint.site, siteId)).all();
    for (const { id, key, version, confirmed } of rows) {
      const entry = { id, key, version, confirmed, reasons: new Map<string, number>() };
      touchpoints.set(key, entry);
      byId.set(id, entry);
    }
    for (const row of this.#db.select().from(reason).where(eq(reason.site, siteId)).all()) {
      byId.get(row.touchpoint)?.reasons.set(row.key, row.id);
    }
    const merged = new Map<number, Merged>();
    for (const { id, key, mergedInto } of rows) {
      const [from, into] = [byId.get(id), byId.get(mergedInto ?? 0)];
      if (!from || !into) continue;
      const reasons = [...from.reasons].map(([name, number]) => [number, into.reasons.get(name) ?? number] as const);
      merged.set(id, { into, reasons: new Map(reasons) });
      touchpoints.set(key, into);
    }
    const segments = new Map<string, Map<string, number>>();
    const named = this.#db.select().from(segment).where(eq(segment.site, siteId)).all();
    for (const { name, value, id } of named) remember(segments, name, value, id);
    return { id: siteId, timeZone, touchpoints, merged, segments, segmentCount: named.length };
  }
}

const builtIn: ReadonlySet<string> = new Set(['channel', 'locale']);

function isFull(entry: SiteEntry, key: string): boolean {
  if (key === overflowKey) return false;
  let unconfirmed = 0;
  for (const [known, { key: countedKey, confirmed }] of entry.touchpoints) {
    if (!confirmed && known !== overflowKey && known === countedKey) unconfirmed++;
  }
  return unconfirmed >= directoryCaps.unconfirmedTouchpoints;
}

function countedSegment(entry: SiteEntry, name: string, value: string): [name: string, value: string] {
  const values = entry.segments.get(name);
  if (values) {
    const full = values.size >= directoryCaps.segmentValues;
    return full && !values.has(value) ? [name, overflowKey] : [name, value];
  }
  if (builtIn.has(name)) return [name, value];
  const declared = [...entry.segments.keys()].filter((known) => !builtIn.has(known) && known !== overflowKey);
  return declared.length >= directoryCaps.segmentNames ? [overflowKey, overflowKey] : [name, value];
}

function remember(segments: SiteEntry['segments'], name: string, value: string, id: number): void {
  let values = segments.get(name);
  if (!values) {
    values = new Map();
    segments.set(name, values);
  }
  values.set(value, id);
}
