import type Database from 'better-sqlite3';
import { and, eq, max } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Action, NewAction } from '../action.ts';
import { action, touchpoint } from './schema.ts';

/** Writes down what was changed at a touchpoint, inside a transaction of the caller's. */
export class ActionWriter {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly now: () => number,
  ) {
    this.#db = drizzle(connection);
  }

  addAction(site: number, key: string, { day, text, author }: NewAction): Action | null {
    const place = this.#db
      .select({ id: touchpoint.id })
      .from(touchpoint)
      .where(and(eq(touchpoint.site, site), eq(touchpoint.key, key)))
      .get();
    if (!place) return null;
    const last = this.#db
      .select({ id: max(action.id) })
      .from(action)
      .where(eq(action.site, site))
      .get();
    const id = (last?.id ?? 0) + 1;
    const row = { site, id, touchpoint: place.id, day, text, author, createdAt: this.now() };
    this.#db.insert(action).values(row).run();
    return { id, day, text, author };
  }

  removeAction(site: number, id: number): boolean {
    const chosen = and(eq(action.site, site), eq(action.id, id));
    return this.#db.delete(action).where(chosen).run().changes > 0;
  }
}
