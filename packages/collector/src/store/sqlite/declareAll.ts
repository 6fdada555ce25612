import type Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { DeclaredTouchpoints } from '../declaredTouchpoints.ts';
import { touchpoint } from './schema.ts';
import type { SettingsWriter } from './settingsWriter.ts';

/**
 * Declares and hides touchpoints inside a transaction of the caller's.
 *
 * @returns `false`, and then nothing is changed, where one of them is not as its author saw it
 */
export function declareAll(
  connection: Database.Database,
  settings: SettingsWriter,
  site: number,
  { declared, hidden }: DeclaredTouchpoints,
): boolean {
  const rows = drizzle(connection).select().from(touchpoint).where(eq(touchpoint.site, site)).all();
  const known = new Map(rows.map((row) => [row.key, row]));
  const isAsSeen = ({ key, base }: { key: string; base: number }) => {
    const row = known.get(key);
    return (row?.version ?? 0) === base && (row?.mergedInto ?? null) === null;
  };
  if (![...declared, ...hidden].every(isAsSeen)) return false;
  for (const { key, settings: wanted } of declared) settings.putTouchpoint(site, key, wanted);
  for (const { key } of hidden) settings.hideTouchpoint(site, key);
  return true;
}
