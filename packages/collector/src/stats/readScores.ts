import type { Site, Touchpoint } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import type { TouchpointTally } from '../store/tally.ts';
import { changes } from './changes.ts';
import { checkSegment } from './checkSegment.ts';
import { readScoresQuery, type ScoresParameters } from './scoresQuery.ts';
import type { ScoresReport } from './scoresReport.ts';
import { summarize } from './summarize.ts';
import { periodOf, windowBefore } from './window.ts';

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
 * @param asked key of a touchpoint that is told of even if nothing was heard of it
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readScores(
  store: Pick<Store, 'readTallies' | 'listTouchpoints' | 'listSegmentNames'>,
  site: Pick<Site, 'id' | 'timeZone'>,
  parameters: ScoresParameters,
  now: number,
  asked?: string,
): Promise<ReadScores> {
  const { stratum, compare, ...query } = readScoresQuery(parameters, now, site.timeZone);
  await checkSegment(store, site.id, query.segment);
  const touchpoints = await store.listTouchpoints(site.id);
  const read = async (window = {}) => {
    const chosen = { ...query, ...window };
    const tallies = await store.readTallies({ site: site.id, ...chosen });
    const period = periodOf(chosen, site.timeZone);
    return { tallies, report: summarize({ tallies, touchpoints, period, stratum, asked }) };
  };
  // Both asked for at once: the one is scored while the other is read.
  const [{ tallies, report }, before] = await Promise.all([
    read(),
    compare ? read(windowBefore(query, site.timeZone)) : null,
  ]);
  return { report: before ? compared(report, before.report) : report, tallies, touchpoints };
}

function compared(report: ScoresReport, before: ScoresReport): ScoresReport {
  const changed = changes(report.touchpoints, before.touchpoints);
  const touchpoints = report.touchpoints.map((row) => {
    const change = changed.get(row.touchpoint);
    return change ? { ...row, change } : row;
  });
  return { ...report, before: before.period, touchpoints };
}
