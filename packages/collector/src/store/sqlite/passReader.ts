import type Database from 'better-sqlite3';
import { and, between, eq, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { PassCount, PassQuery } from '../pass.ts';
import { outcomeOf } from './passOutcome.ts';
import { pass, touchpoint } from './schema.ts';

/** Reads what became of the interactions that passed. */
export class PassReader {
  readonly #db: BetterSQLite3Database;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  readPasses({ site, fromDay, toDay, hours, touchpoint: asked }: PassQuery): PassCount[] {
    return this.#db
      .select({ touchpoint: touchpoint.key, outcome: pass.outcome, count: sql<number>`sum(${pass.count})` })
      .from(pass)
      .innerJoin(touchpoint, and(eq(touchpoint.site, pass.site), eq(touchpoint.id, pass.touchpoint)))
      .where(
        and(
          between(pass.day, fromDay, toDay),
          eq(pass.site, site),
          hours && between(pass.hour, hours.first, hours.last),
          asked === undefined ? undefined : eq(touchpoint.key, asked),
        ),
      )
      .groupBy(touchpoint.key, pass.outcome)
      .orderBy(touchpoint.key, pass.outcome)
      .all()
      .map(({ outcome, ...row }) => ({ ...row, ...outcomeOf(outcome) }));
  }
}
