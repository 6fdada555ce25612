import type { Context } from 'hono';
import { readMovements } from '../../stats/readMovements.ts';
import { type ReadScores, readScores } from '../../stats/readScores.ts';
import type { StoredComment } from '../../store/comment.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { readChosen } from '../kit/chosenAnswers.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { OverviewPage } from './overviewPage.tsx';

/** GET /: the touchpoints in order, the journey through them, and who needs somebody now. */
export const overview =
  ({ store, now }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { site } = visit;
    const moment = now();
    const { found, chosen } = await readChosen(c.req.query(), visit, moment, async (parameters) => {
      // Both asked for at once: the one is scored while the other is read.
      const [scores, went] = await Promise.all([
        readScores(store, site, parameters, moment),
        readMovements(store, site, parameters, moment),
      ]);
      return { scores, went };
    });
    const isNew = await wasNeverHeard(store, site, found.scores);
    const segments = await store.listSegments(site.id);
    const comments = await needingSomebody(store, site, moment);
    return c.html(<OverviewPage {...{ visit, ...found, chosen, segments, comments, isNew, now: moment }} />);
  };

/** Whether nothing at all has come from a site yet: then there is more to say than that this period is empty. */
async function wasNeverHeard(store: Store, site: Site, { tallies }: ReadScores): Promise<boolean> {
  return tallies.length === 0 && (await store.readResponses(site.id, null, 1)).length === 0;
}

const shownComments = 5;
/** "Strongly" and "extremely". */
const strongFrom = 4;
/** Nobody can be helped whose trouble is older. */
const helpableMs = 30 * 24 * 60 * 60 * 1000;

/** Now is now, whatever period the figures are of. */
async function needingSomebody(store: Store, site: Site, now: number): Promise<StoredComment[]> {
  const { comments } = await store.readComments({
    site: site.id,
    negative: true,
    minStrength: strongFrom,
    order: 'newest',
    limit: shownComments,
    look: 2_000,
  });
  return comments.filter(({ at }) => now - at <= helpableMs);
}
