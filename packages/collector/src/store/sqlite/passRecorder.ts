import type Database from 'better-sqlite3';
import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { bucketOf } from '../../tally/bucket.ts';
import type { SitePass } from '../pass.ts';
import { codeOfOutcome } from './passOutcome.ts';
import { prepareQuery } from './preparedQuery.ts';
import { interaction, invitation, pass } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';

/** Counts passes, inside a transaction of the caller's. */
export class PassRecorder {
  readonly #upsert;
  readonly #wasTold;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
  ) {
    const value = (name: string) => sql.placeholder(name);
    const told = [
      [interaction, interaction.site, interaction.id],
      [invitation, invitation.site, invitation.interaction],
    ] as const;
    const reads = told.map(([table, site, id]) =>
      prepareQuery(
        connection,
        drizzle(connection)
          .select({ site })
          .from(table)
          .where(and(eq(site, value('site')), eq(id, value('interaction'))))
          .limit(1),
      ),
    );
    this.#wasTold = (its: { site: number; interaction: string }) => reads.some(({ get }) => get(its) !== undefined);
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

  /** Counts it, unless a backend has told of its interaction: what that told of was counted then. */
  record({ site, touchpoint, received, interaction = null, ...became }: SitePass): void {
    const timeZone = this.directory.timeZone(site);
    if (timeZone === null || (interaction !== null && this.#wasTold({ site, interaction }))) return;
    this.#upsert.run({
      ...bucketOf(received, timeZone),
      site,
      touchpoint: this.directory.ensureTouchpoint(site, touchpoint).id,
      outcome: codeOfOutcome(became),
    });
  }
}
