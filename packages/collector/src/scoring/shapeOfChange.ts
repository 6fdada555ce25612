import type { SeriesSums } from './changePoint.ts';

/** How a series moved: all at once, or more and more ever since. */
export interface Shape {
  kind: 'step' | 'ramp';
  /** The first bucket that is different. */
  bucket: number;
}

/**
 * How much better, in units of a single answer's variance, a ramp must fit for us to say so: the 95% quantile of χ²
 * with one degree of freedom.
 */
const clearlyBetter = 3.84;

/**
 * Whether a series that moved did so at once or little by little up to its end: the better least-squares fit of a step
 * to the buckets' means, or of a level that begins to slope. A step wherever the ramp is not clearly better.
 *
 * @param series in order of time, of at least two buckets with answers
 * @param stepAt the bucket from which on a step fits best
 * @param variance of single answers
 */
export function shapeOfChange(series: readonly SeriesSums[], stepAt: number, variance: number): Shape {
  const step = squaresAbout(series, (bucket) => Number(bucket >= stepAt));
  let best = { squares: Infinity, bucket: stepAt };
  // The last two would only draw a line through the last bucket.
  for (const { bucket } of series.slice(0, -2)) {
    const squares = squaresAbout(series, (each) => Math.max(0, each - bucket));
    if (squares < best.squares) best = { squares, bucket };
  }
  return step - best.squares > clearlyBetter * variance
    ? { kind: 'ramp', bucket: best.bucket }
    : { kind: 'step', bucket: stepAt };
}

/** What the best line over `t` leaves of the weighted squares of the means. */
function squaresAbout(series: readonly SeriesSums[], t: (bucket: number) => number): number {
  let [w, wt, wx, wtt, wtx, wxx] = [0, 0, 0, 0, 0, 0];
  for (const sums of series) {
    const mean = sums.wx / sums.w;
    const weight = sums.w ** 2 / sums.w2;
    const time = t(sums.bucket);
    w += weight;
    wt += weight * time;
    wx += weight * mean;
    wtt += weight * time * time;
    wtx += weight * time * mean;
    wxx += weight * mean * mean;
  }
  const [stt, stx, sxx] = [wtt - (wt * wt) / w, wtx - (wt * wx) / w, wxx - (wx * wx) / w];
  return stt > 0 ? sxx - (stx * stx) / stt : sxx;
}
