import { overflowKey } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { PassRecorder } from './passRecorder.ts';
import { contradict, type Said, saidOf } from './saidOf.ts';
import { response } from './schema.ts';
import type { SiteDirectory } from './siteDirectory.ts';

/** What an interaction's passing is counted by. */
interface Passing {
  site: number;
  interaction: string | null;
  /** Key. */
  touchpoint: string;
  received: number;
}

/** Knows what was said of interactions, whether by themselves or with invitations, and counts each as passed once. */
export class ToldBefore {
  readonly #db;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    private readonly passes: PassRecorder,
  ) {
    this.#db = drizzle(connection);
  }

  /** Whether something was said of an interaction that cannot be true where this is. */
  contradicts(site: number, id: string, said: Said): boolean {
    return saidOf(this.#db, site, id).some((before) => {
      const touchpoint = this.touchpointOf(site, before.touchpoint, said.touchpoint);
      return contradict({ ...before, touchpoint }, said);
    });
  }

  /** The number of the touchpoint of which something was said, for who compares it with what is said now. */
  touchpointOf(site: number, before: number, now: number): number {
    // It may be on the way into another one, or have been declared since.
    const other = this.directory.touchpoint(site, overflowKey)?.id;
    return before === other ? now : this.directory.countedAt(site, before);
  }

  /**
   * Counts an interaction as passed, unless it was told of before or a page has counted it; what is of none stands for
   * itself. Call before it is kept.
   */
  pass({ site, interaction: id, touchpoint, received }: Passing): void {
    if (id !== null && (this.wasAskedAbout(site, id) || saidOf(this.#db, site, id).length > 0)) return;
    this.passes.record({ site, touchpoint, outcome: 'recorded', reason: null, received });
  }

  /** Whether a page asked about it, or a link's was answered. */
  wasAskedAbout(site: number, id: string): boolean {
    const ofIt = and(eq(response.site, site), eq(response.interaction, id));
    return this.#db.select({ id: response.id }).from(response).where(ofIt).limit(1).get() !== undefined;
  }
}
