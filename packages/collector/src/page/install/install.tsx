import type { Context } from 'hono';
import { lastDays } from '../../stats/window.ts';
import type { PassCount } from '../../store/pass.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { heardOf } from './heard.ts';
import { InstallPage } from './installPage.tsx';
import type { OriginProblem } from './origins.tsx';

/** So many days are told of what was not asked and what was refused, with today. */
const toldDays = 7;

/** GET /install: how a page gets the widget, whether one has it, and what was passed over or refused. */
export const install = (settings: PageSettings) => (c: Context, visit: Visit) => showInstall(c, visit, settings);

export async function showInstall(
  c: Context,
  visit: Visit,
  { store, now }: PageSettings,
  problem: OriginProblem | null = null,
) {
  const { site } = visit;
  const { fromDay, toDay } = lastDays(toldDays, now(), site.timeZone);
  const query = { site: site.id, fromDay, toDay };
  const [sightings, passes, refusals] = await Promise.all([
    store.readSightings(site.id),
    store.readPasses(query),
    store.readRefusals(query),
  ]);
  const heard = heardOf(sightings, site.origins);
  const page = <InstallPage {...{ visit, heard, refusals, problem, now: now() }} {...passesBy(passes)} />;
  return c.html(page, problem ? 422 : 200);
}

/** Passes of all touchpoints together: how many were asked, and why the others were not, most frequent first. */
function passesBy(passes: readonly PassCount[]) {
  let asked = 0;
  const byReason = new Map<string, number>();
  for (const { reason, count } of passes) {
    if (reason === null) asked += count;
    else byReason.set(reason, (byReason.get(reason) ?? 0) + count);
  }
  const suppressed = Array.from(byReason, ([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { asked, suppressed };
}
