import type { Context } from 'hono';
import { type ReadScores, readScores } from '../../stats/readScores.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { readChosen } from '../kit/chosenAnswers.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { OverviewPage } from './overviewPage.tsx';

/** GET /: the touchpoints in order. */
export const overview =
  ({ store, now }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { found: scores, chosen } = await readChosen(c.req.query(), visit, now(), (parameters) =>
      readScores(store, visit.site, parameters, now()),
    );
    const isNew = await wasNeverHeard(store, visit.site, scores);
    const segments = await store.listSegments(visit.site.id);
    return c.html(<OverviewPage {...{ visit, scores, chosen, segments, isNew }} />);
  };

/** Whether nothing at all has come from a site yet: then there is more to say than that this period is empty. */
async function wasNeverHeard(store: Store, site: Site, { tallies }: ReadScores): Promise<boolean> {
  return tallies.length === 0 && (await store.readResponses(site.id, null, 1)).length === 0;
}
