import { overflowKey } from '@vivencia/contract/touchpoint';
import { eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { directoryCaps } from '../directoryCaps.ts';
import { reason, segment, site, touchpoint } from './schema.ts';

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

/** The numbers of a site’s words, as they are kept in memory. */
export interface SiteEntry {
  timeZone: string;
  /** By key; that of a merged touchpoint leads to the one that it was merged into. */
  touchpoints: Map<string, TouchpointEntry>;
  /** By the number of what was merged. */
  merged: Map<number, Merged>;
  segments: Map<string, Map<string, number>>;
  segmentCount: number;
}

/** Reads a site's words; `null` where there is no such site. */
export function readSiteEntry(db: BetterSQLite3Database, siteId: number): SiteEntry | null {
  const row = db.select({ timeZone: site.timeZone }).from(site).where(eq(site.id, siteId)).get();
  if (!row) return null;
  const touchpoints = new Map<string, TouchpointEntry>();
  const byId = new Map<number, TouchpointEntry>();
  const rows = db.select().from(touchpoint).where(eq(touchpoint.site, siteId)).all();
  for (const { id, key, version, confirmed } of rows) {
    const entry = { id, key, version, confirmed, reasons: new Map<string, number>() };
    touchpoints.set(key, entry);
    byId.set(id, entry);
  }
  for (const row of db.select().from(reason).where(eq(reason.site, siteId)).all()) {
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
  const named = db.select().from(segment).where(eq(segment.site, siteId)).all();
  for (const { name, value, id } of named) remember(segments, name, value, id);
  return { timeZone: row.timeZone, touchpoints, merged, segments, segmentCount: named.length };
}

const builtIn: ReadonlySet<string> = new Set(['channel', 'locale']);

/** Whether a key that nobody has declared has no room any more. */
export function isFull(entry: SiteEntry, key: string): boolean {
  if (key === overflowKey) return false;
  let unconfirmed = 0;
  for (const [known, { key: countedKey, confirmed }] of entry.touchpoints) {
    if (!confirmed && known !== overflowKey && known === countedKey) unconfirmed++;
  }
  return unconfirmed >= directoryCaps.unconfirmedTouchpoints;
}

/** The segment that an answer's one is counted as: `other` past the caps. */
export function countedSegment(entry: SiteEntry, name: string, value: string): [name: string, value: string] {
  const values = entry.segments.get(name);
  if (values) {
    const full = values.size >= directoryCaps.segmentValues;
    return full && !values.has(value) ? [name, overflowKey] : [name, value];
  }
  if (builtIn.has(name)) return [name, value];
  const declared = [...entry.segments.keys()].filter((known) => !builtIn.has(known) && known !== overflowKey);
  return declared.length >= directoryCaps.segmentNames ? [overflowKey, overflowKey] : [name, value];
}

export function remember(segments: SiteEntry['segments'], name: string, value: string, id: number): void {
  let values = segments.get(name);
  if (!values) {
    values = new Map();
    segments.set(name, values);
  }
  values.set(value, id);
}
