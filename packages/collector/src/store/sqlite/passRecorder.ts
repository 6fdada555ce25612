import type Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { bucketOf } from '../../tally/bucket.ts';
import type { SitePass } from '../pass.ts';
import { codeOfOutcome } from './passOutcome.ts';
import { pass } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';

/** Counts passes, inside a transaction of the caller's. */
export class PassRecorder {
  readonly #upsert;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
  ) {
    const value = (name: string) => sql.placeholder(name);
    this.#upsert = drizzle(connection)
      .insert(pass)
      .values({
        day: value('day'),
        site: value('site'),
        touchpoint: value('touchpoint'),
        outcome: value('outcome'),
        hour: value('hour'),
        count: 1,
      })
      .onConflictDoUpdate({
        target: [pass.day, pass.site, pass.touchpoint, pass.outcome, pass.hour],
        set: { count: sql`${pass.count} + 1` },
      })
      .prepare();
  }

  record({ site, touchpoint, received, ...became }: SitePass): void {
    const timeZone = this.directory.timeZone(site);
    if (timeZone === null) return;
    this.#upsert.run({
      ...bucketOf(received, timeZone),
      site,
      touchpoint: this.directory.ensureTouchpoint(site, touchpoint).id,
      outcome: codeOfOutcome(became),
    });
  }
}
