import type { Context } from 'hono';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { notFound } from './notFound.tsx';

/** GET /touchpoints/{key}/hide: what hiding does, and its button; of a hidden one, the button that shows it again. */
export const openHide =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { view, site } = visit;
    const words = view.words.settings;
    const kept = await store.listKeptTouchpoints(site.id);
    const touchpoint = kept.find(({ key, mergedInto }) => key === c.req.param('key') && mergedInto === null);
    if (!touchpoint) return notFound(c, visit);
    const path = touchpointPath(touchpoint.key);
    const { hidden } = touchpoint;
    const title = <bdi>{touchpoint.settings.title}</bdi>;
    return c.html(
      <SiteLayout visit={visit} path={`${path}/hide`} title={hidden ? words.showAgain : words.hide}>
        <h1>{hidden ? words.isHidden(title) : words.hideAsk(title)}</h1>
        <p class="lead">{hidden ? words.isHiddenLead : words.hideLead}</p>
        <form class="small" method="post" action={view.link(`${path}/${hidden ? 'show' : 'hide'}`)}>
          <button class="do" type="submit">
            {hidden ? words.showAgain : words.hide}
          </button>{' '}
          <a href={view.link(hidden ? '/' : `${path}/settings`)}>{words.cancel}</a>
        </form>
      </SiteLayout>,
    );
  };

/** POST /touchpoints/{key}/hide */
export const hide =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const key = c.req.param('key') ?? '';
    if (!(await store.hideTouchpoint(visit.site.id, key))) return notFound(c, visit);
    return c.redirect(visit.view.link('/'), 303);
  };

/** POST /touchpoints/{key}/show */
export const showAgain =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const key = c.req.param('key') ?? '';
    if (!(await store.showTouchpoint(visit.site.id, key))) return notFound(c, visit);
    return c.redirect(visit.view.link(touchpointPath(key, '/settings')), 303);
  };
