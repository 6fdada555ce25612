import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'hono';
import { formFields } from '../kit/formFields.ts';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { notFound } from './notFound.tsx';

/** How long somebody waits for a merge: many answers take longer to move, and need nobody who looks on. */
const patienceMs = 5_000;

/** GET /touchpoints/{key}/merge?into=…: what merging does, that it cannot be taken back, and its button. */
export const openMerge =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { view, site } = visit;
    const words = view.words.settings;
    const touchpoints = await store.listTouchpoints(site.id);
    const from = touchpoints.find(({ key, confirmed }) => key === c.req.param('key') && !confirmed);
    const into = touchpoints.find(({ key }) => key === c.req.query('into'));
    if (!from || !into || from === into) return notFound(c, visit);
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
export const merge =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const from = c.req.param('key') ?? '';
    const { into = '' } = await formFields(c);
    const merging = store.mergeTouchpoint(visit.site.id, from, into);
    // What then still goes on, or is stopped, the schedule brings to its end.
    merging.catch(() => {});
    if (!(await Promise.race([merging, pause(patienceMs, true)]))) return notFound(c, visit);
    return c.redirect(visit.view.link(touchpointPath(into, '/settings'), { merged: from }), 303);
  };
