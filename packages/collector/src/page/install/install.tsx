import type { Context } from 'hono';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { heardOf } from './heard.ts';
import { InstallPage } from './installPage.tsx';
import { lastWeek, passesByReason } from './lastWeek.ts';
import type { OriginProblem } from './origins.tsx';

/** GET /install: how a page gets the widget, whether one has it, its kiosks, and what was passed over or refused. */
export const install = (settings: PageSettings) => (c: Context, visit: Visit) => showInstall(c, visit, settings);

export async function showInstall(
  c: Context,
  visit: Visit,
  { store, now }: PageSettings,
  problem: OriginProblem | null = null,
) {
  const { site } = visit;
  const query = lastWeek(site, now());
  const [sightings, passes, refusals, entries, touchpoints] = await Promise.all([
    store.readSightings(site.id),
    store.readPasses(query),
    store.readRefusals(query),
    store.listKiosks(site.id),
    store.listTouchpoints(site.id),
  ]);
  const heard = heardOf(sightings, site.origins);
  const titles = new Map(touchpoints.map(({ key, settings }) => [key, settings.title]));
  const kiosks = entries.map((kiosk) => ({ ...kiosk, title: titles.get(kiosk.touchpoint) ?? kiosk.touchpoint }));
  const page = <InstallPage {...{ visit, heard, refusals, kiosks, problem, now: now() }} {...passesByReason(passes)} />;
  return c.html(page, problem ? 422 : 200);
}
