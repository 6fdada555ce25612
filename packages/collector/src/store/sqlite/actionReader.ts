import type Database from 'better-sqlite3';
import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Action } from '../action.ts';
import { action, touchpoint } from './schema.ts';

/** Reads what was changed at a touchpoint. */
export class ActionReader {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  listActions(site: number, key: string): Action[] {
    return this.#db
      .select({ id: action.id, day: action.day, text: action.text, author: action.author })
      .from(action)
      .innerJoin(touchpoint, and(eq(touchpoint.site, action.site), eq(touchpoint.id, action.touchpoint)))
      .where(and(eq(action.site, site), eq(touchpoint.key, key)))
      .orderBy(asc(action.day), asc(action.id))
      .all();
  }
}
