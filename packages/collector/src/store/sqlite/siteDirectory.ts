import { defaultSettings, overflowKey } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { channelOf, type ResponseRow } from './responseRow.ts';
import { reason, segment, touchpoint, touchpointVersion } from './schema.ts';
import { countedSegment, isFull, readSiteEntry, remember, type SiteEntry, type TouchpointEntry } from './siteEntry.ts';

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
    const entry = readSiteEntry(this.#db, siteId);
    if (!entry) return null;
    this.#sites.set(siteId, entry);
    return entry;
  }
}
