import { readAnswersQuery } from '../../stats/answersQuery.ts';
import type { Movement } from '../../stats/movements.ts';
import { readMovement } from '../../stats/readMovements.ts';
import { type ReadScores, readScores } from '../../stats/readScores.ts';
import type { TrendReport } from '../../stats/readTrend.ts';
import type { ScoresParameters } from '../../stats/scoresQuery.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { Window } from '../../stats/window.ts';
import type { Site, Touchpoint } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import type { TallyCount } from '../../tally/tallyCount.ts';
import { readDrawnTrend } from './readDrawnTrend.ts';
import { type Heard, readHeard } from './readHeard.ts';

/** What a touchpoint's page says of the answers that an address chooses. */
export interface TouchpointReading {
  touchpoint: Touchpoint;
  row: TouchpointRow;
  heard: Heard;
  period: ReadScores['report']['period'];
  /** What the row was made from. */
  counts: TallyCount[];
  trend: TrendReport;
  /** When it moved, if it did: the same that the overview says. */
  movement: Movement | null;
  window: Window;
  parameters: ScoresParameters;
}

/**
 * Reads a touchpoint's score and its trend, as the API has them.
 *
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readTouchpoint(
  store: Store,
  site: Site,
  touchpoint: Touchpoint,
  parameters: ScoresParameters,
  now: number,
): Promise<TouchpointReading> {
  const { key } = touchpoint;
  const { fromDay, toDay, hours } = readAnswersQuery(parameters, now, site.timeZone);
  const window = { fromDay, toDay, ...(hours && { hours }) };
  const [scores, trend, movement] = await Promise.all([
    readScores(store, site, parameters, now, key),
    readDrawnTrend(store, site, key, parameters, now),
    readMovement(store, site, key, parameters, now),
  ]);
  const row = scores.report.touchpoints.find((each) => each.touchpoint === key) as TouchpointRow;
  const counts = scores.tallies.find((each) => each.touchpoint === key)?.counts ?? [];
  return {
    touchpoint,
    row,
    heard: await readHeard(store, site, row, now),
    period: scores.report.period,
    counts,
    trend,
    movement,
    window,
    parameters,
  };
}
