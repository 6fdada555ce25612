import type { Context } from 'hono';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';

/** GET /touchpoints/{key}/hide: what hiding does, and its button; of a hidden one, the button that shows it again. */
export const openHide = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { view, site } = visit;
  const words = view.words.settings;
  const asked = c.req.param('key') ?? '';
  const kept = await settings.store.listKeptTouchpoints(site.id);
  const touchpoint = kept.find(({ key, mergedInto }) => key === asked && mergedInto === null);
  if (!touchpoint) return answerUnknown(settings, c, visit, asked);
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
export const hide = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const key = c.req.param('key') ?? '';
  if (!(await settings.store.hideTouchpoint(visit.site.id, key))) return answerUnknown(settings, c, visit, key);
  return c.redirect(visit.view.link('/'), 303);
};

/** POST /touchpoints/{key}/show */
export const showAgain = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const key = c.req.param('key') ?? '';
  if (!(await settings.store.showTouchpoint(visit.site.id, key))) return answerUnknown(settings, c, visit, key);
  return c.redirect(visit.view.link(touchpointPath(key, '/settings')), 303);
};
