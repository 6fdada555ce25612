import { reportEnumerated } from './coverageEnumerated.js';
import { reportDifferences } from './coverageOfDifferences.js';
import { reportIntervals } from './coverageOfIntervals.js';
import { reportRanking } from './coverageOfRanking.js';
import { seed } from './support/circumstances.js';

/**
 * Whether what is said of uncertainty is true: on answers drawn from known populations, how often the intervals of
 * scores, of changes and of ranks hold the truth.
 */
export async function run() {
  const intervals = reportIntervals();
  if (!intervals.promise.kept) process.exitCode = 1;
  return {
    seed,
    intervals,
    enumerated: reportEnumerated(),
    ranking: reportRanking(),
    differences: reportDifferences(),
  };
}
