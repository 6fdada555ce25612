import { statuses } from '@vivencia/contract/response';
import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { and, desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { NotAsked } from '../interaction.ts';
import { reasonsToWait } from '../reasonsToWait.ts';
import { response, site, touchpoint, touchpointVersion } from './schema.ts';

/** No daily cap is worth looking at more than so many of a person's responses: the newest. */
const lookedAt = 1_000;

/** What of a touchpoint's settings, and its site's, decides whether somebody is asked. */
export interface AskingRules extends Pick<TouchpointSettings, 'again' | 'sampling' | 'unexpected'> {
  touchpoint: number;
  hidden: boolean;
  gapMinutes: number;
  dailyCap: number;
}

/** A touchpoint that was never heard of. */
const unheard = { touchpoint: 0, hidden: false, settings: defaultSettings('') };

/** Knows whom a site asked before, as far as pages or backends named them. */
export class AskedBefore {
  readonly #db;

  constructor(connection: Database.Database) {
    this.#db = drizzle(connection);
  }

  /** @param touchpointId `null`: of one that was never heard of */
  rules(siteId: number, touchpointId: number | null): AskingRules | null {
    const { gapMinutes, dailyCap } = site;
    const ofSite = this.#db.select({ gapMinutes, dailyCap }).from(site).where(eq(site.id, siteId)).get();
    const own = touchpointId === null ? unheard : this.#touchpoint(siteId, touchpointId);
    if (!ofSite || !own) return null;
    const { again, sampling, unexpected } = own.settings as TouchpointSettings;
    return { ...ofSite, touchpoint: own.touchpoint, hidden: own.hidden, again, sampling, unexpected };
  }

  #touchpoint(siteId: number, touchpointId: number) {
    return this.#db
      .select({ touchpoint: touchpoint.id, hidden: touchpoint.hidden, settings: touchpointVersion.settings })
      .from(touchpoint)
      .innerJoin(
        touchpointVersion,
        and(
          eq(touchpointVersion.site, touchpoint.site),
          eq(touchpointVersion.touchpoint, touchpoint.id),
          eq(touchpointVersion.version, touchpoint.version),
        ),
      )
      .where(and(eq(touchpoint.site, siteId), eq(touchpoint.id, touchpointId)))
      .get();
  }

  /** Why a person is left alone at a touchpoint now. Tests are nobody's. */
  reasonsToWait(siteId: number, respondent: string, rules: AskingRules, now: number): NotAsked[] {
    const earlier = this.#db
      .select({ touchpoint: response.touchpoint, at: response.at, status: response.status })
      .from(response)
      .where(and(eq(response.site, siteId), eq(response.respondent, respondent), eq(response.test, 0)))
      .orderBy(desc(response.at))
      .limit(lookedAt)
      .all()
      .map(({ status, ...asking }) => ({ ...asking, answered: statuses[status] === 'answered' }));
    return reasonsToWait(rules, earlier, now);
  }
}
