import type { Handler } from 'hono';
import { readSession } from '../access/sessionCookie.ts';
import { InvalidQuery } from '../stats/invalidQuery.ts';
import { type ReadScores, readScores } from '../stats/readScores.ts';
import type { ScoresParameters } from '../stats/scoresQuery.ts';
import { lastDays } from '../stats/window.ts';
import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import { dateOfDay } from '../tally/bucket.ts';
import { OverviewPage } from './overviewPage.tsx';
import type { PageSettings } from './pageSettings.ts';
import { defaultDays, isOfferedDays, type OfferedDays } from './periodLinks.tsx';
import { addressOf, viewOf } from './view.ts';

/** GET /: the touchpoints in order, for whoever has a session. */
export function overview({ store, now, publicUrl }: PageSettings): Handler {
  return async (c) => {
    const session = readSession(c, publicUrl());
    const grant = session ? await store.grantOfSession(session, now()) : null;
    if (!grant) return c.redirect(addressOf(publicUrl(), '/login'), 303);

    const view = viewOf(c, publicUrl(), ['period', 'from', 'to', 'stratum']);
    const asked = chosenPeriod(c.req.query(), now(), grant.site.timeZone);
    const read = (parameters: ScoresParameters) => readScores(store, grant.site, parameters, now());
    try {
      const scores = await read(asked.parameters);
      const isNew = await wasNeverHeard(store, grant.site, scores);
      return c.html(<OverviewPage {...{ view, grant, scores, isNew }} days={asked.days} />);
    } catch (error) {
      if (!(error instanceof InvalidQuery)) throw error;
      view.kept = view.kept.lang ? { lang: view.kept.lang } : {};
      const scores = await read({});
      const isNew = await wasNeverHeard(store, grant.site, scores);
      return c.html(<OverviewPage {...{ view, grant, scores, isNew }} days={defaultDays} badDates />);
    }
  };
}

/** Whether nothing at all has come from a site yet: then there is more to say than that this period is empty. */
async function wasNeverHeard(store: Store, site: Site, { tallies }: ReadScores): Promise<boolean> {
  return tallies.length === 0 && (await store.readResponses(site.id, null, 1)).length === 0;
}

/** What the page's own parameters ask for: `?period=30`, or `?from=…&to=…`. A form's empty fields say nothing. */
function chosenPeriod(query: Record<string, string>, now: number, timeZone: string) {
  const parameters: ScoresParameters = {};
  let days: OfferedDays | null = null;
  for (const name of ['from', 'to', 'stratum'] as const) if (query[name]) parameters[name] = query[name];
  if (!parameters.from && !parameters.to) {
    const period = query.period || String(defaultDays);
    if (!isOfferedDays(period)) return { parameters: { from: period }, days };
    days = Number(period) as OfferedDays;
    const { fromDay, toDay } = lastDays(days, now, timeZone);
    Object.assign(parameters, { from: dateOfDay(fromDay), to: dateOfDay(toDay) });
  }
  return { parameters, days };
}
