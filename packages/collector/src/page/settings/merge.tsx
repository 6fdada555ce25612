import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'hono';
import { formFields } from '../kit/formFields.ts';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';

/** How long somebody waits for a merge: many answers take longer to move, and need nobody who looks on. */
const patienceMs = 5_000;

/** GET /touchpoints/{key}/merge?into=…: what merging does, that it cannot be taken back, and its button. */
export const openMerge = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { view, site } = visit;
  const words = view.words.settings;
  const [fromKey, intoKey] = [c.req.param('key') ?? '', c.req.query('into') ?? ''];
  const touchpoints = await settings.store.listTouchpoints(site.id);
  const from = touchpoints.find(({ key, confirmed }) => key === fromKey && !confirmed);
  const into = touchpoints.find(({ key }) => key === intoKey);
  if (!from || !into || from === into) return refuse(settings, c, visit, fromKey, intoKey);
  const path = touchpointPath(from.key);
  const [fromTitle, intoTitle] = [<bdi>{from.settings.title}</bdi>, <bdi>{into.settings.title}</bdi>];
  return c.html(
    <SiteLayout visit={visit} path={`${path}/merge`} title={words.merge}>
      <h1>{words.mergeAsk(fromTitle, intoTitle)}</h1>
      <ul class="lead">
        {words.mergeLead(<code>{from.key}</code>, intoTitle).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <form class="small" method="post" action={view.link(`${path}/merge`)}>
        <input type="hidden" name="into" value={into.key} />
        <button class="do" type="submit">
          {words.mergeDo}
        </button>{' '}
        <a href={view.link(`${path}/settings`)}>{words.cancel}</a>
      </form>
    </SiteLayout>,
  );
};

/** POST /touchpoints/{key}/merge */
export const merge = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const from = c.req.param('key') ?? '';
  const { into = '' } = await formFields(c);
  const merging = settings.store.mergeTouchpoint(visit.site.id, from, into);
  // What then still goes on, or is stopped, the schedule brings to its end.
  merging.catch(() => {});
  const isMerged = await Promise.race([merging, pause(patienceMs, true)]);
  if (!isMerged) return refuse(settings, c, visit, from, into);
  return c.redirect(visit.view.link(touchpointPath(into, '/settings'), { merged: from }), 303);
};

/** Says which of them there is not; where both are there, leads back to what else can be done with the first. */
async function refuse(settings: PageSettings, c: Context, visit: Visit, from: string, into: string) {
  const known = await settings.store.listTouchpoints(visit.site.id);
  const missing = [from, into].find((asked) => !known.some(({ key }) => key === asked));
  if (missing !== undefined) return answerUnknown(settings, c, visit, missing);
  return c.redirect(visit.view.link(touchpointPath(from, '/settings')), 303);
}
