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
  return {
    seed,
    intervals: reportIntervals(),
    enumerated: reportEnumerated(),
    ranking: reportRanking(),
    differences: reportDifferences(),
  };
}
