import type { Context } from 'hono';
import { readChosen } from '../kit/chosenAnswers.ts';
import { keeping } from '../kit/keeping.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { lookOfShares, readCommentPage } from './readCommentPage.ts';
import { readSegments } from './readSegments.ts';
import { readShown } from './readShown.ts';
import { readTouchpoint } from './readTouchpoint.ts';
import type { RefusedAction } from './refusedAction.ts';
import { TouchpointPage } from './touchpointPage.tsx';

/** GET /touchpoints/{key}: all that is known of one touchpoint. */
export const touchpointPage = (settings: PageSettings) => (c: Context, visit: Visit) =>
  showTouchpoint(settings, c, visit);

/** @param refused what somebody wanted to note down and could not */
export async function showTouchpoint(settings: PageSettings, c: Context, visit: Visit, refused?: RefusedAction) {
  const { store, now } = settings;
  const { site } = visit;
  const key = c.req.param('key') ?? '';
  const touchpoint = await store.getTouchpoint(site.id, key);
  if (!touchpoint) return answerUnknown(settings, c, visit, key);
  const { found: reading, chosen } = await readChosen(c.req.query(), visit, now(), (parameters) =>
    readTouchpoint(store, site, touchpoint, parameters, now()),
  );
  const { segment, version } = visit.view.kept;
  const [segments, passes, shownToAll, actions, comments, known] = await Promise.all([
    readSegments(store, site, reading, now()),
    store.readPasses({ site: site.id, touchpoint: key, ...reading.window }),
    segment || version ? readShown(store, site, key, reading.window) : null,
    store.listActions(site.id, key),
    readCommentPage(store, site, reading, c.req.query(), now(), visit.share ? { look: lookOfShares } : {}),
    store.listSegments(site.id),
  ]);
  const { q, order } = c.req.query();
  const view = keeping(visit.view, touchpointPath(key), { ...(q && { q }), ...(order && { order }) });
  const page = {
    visit: { ...visit, view },
    reading,
    chosen,
    segments,
    passes,
    shownToAll,
    actions,
    comments,
    known,
    now: now(),
  };
  return c.html(<TouchpointPage {...page} refused={refused} />, refused ? 422 : 200);
}
