import type { Handler } from 'hono';
import { readSession } from '../access/sessionCookie.ts';
import { InvalidQuery } from '../stats/invalidQuery.ts';
import { readScores } from '../stats/readScores.ts';
import type { ScoresParameters } from '../stats/scoresQuery.ts';
import { lastDays } from '../stats/window.ts';
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
      return c.html(<OverviewPage view={view} grant={grant} scores={scores} days={asked.days} />);
    } catch (error) {
      if (!(error instanceof InvalidQuery)) throw error;
      view.kept = view.kept.lang ? { lang: view.kept.lang } : {};
      return c.html(<OverviewPage view={view} grant={grant} scores={await read({})} days={defaultDays} badDates />);
    }
  };
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
