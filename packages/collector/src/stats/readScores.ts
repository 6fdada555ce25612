import type { Site, Touchpoint } from '../store/site.ts';
import type { Store, TouchpointTally } from '../store/store.ts';
import { dateOfDay } from '../tally/bucket.ts';
import { readScoresQuery, type ScoresParameters } from './scoresQuery.ts';
import type { ScoresReport } from './scoresReport.ts';
import { summarize } from './summarize.ts';

/** A report and what it was made from. */
export interface ReadScores {
  report: ScoresReport;
  tallies: TouchpointTally[];
  touchpoints: Touchpoint[];
}

/**
 * Reads and scores a site's touchpoints: what the API and the pages both say.
 *
 * @param parameters of the request, as they came; others than those of `GET /v1/scores` are passed over
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readScores(
  store: Pick<Store, 'readTallies' | 'listTouchpoints'>,
  site: Pick<Site, 'id' | 'timeZone'>,
  parameters: ScoresParameters,
  now: number,
): Promise<ReadScores> {
  const { stratum, ...query } = readScoresQuery(parameters, now, site.timeZone);
  const [tallies, touchpoints] = await Promise.all([
    store.readTallies({ site: site.id, ...query }),
    store.listTouchpoints(site.id),
  ]);
  const period = { from: dateOfDay(query.fromDay), to: dateOfDay(query.toDay), timeZone: site.timeZone };
  return { report: summarize({ tallies, touchpoints, period, stratum }), tallies, touchpoints };
}
