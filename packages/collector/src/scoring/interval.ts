/** A 95% interval, in the unit of the value that it belongs to. */
export interface Interval {
  low: number;
  high: number;
}

/** A figure with its 95% interval: low ≤ value ≤ high, all in one unit. */
export interface Estimate extends Interval {
  value: number;
}

/** The standard normal quantile at .975: what makes an interval a 95% one. */
export const normalQuantile = 1.959963984540054;

/**
 * Reads a share and its interval on another scale: 0 becomes `bottom`, 1 becomes `top`.
 *
 * @example rescale({ value: 0.5, low: 0.25, high: 0.75 }, -100, 100) // { value: 0, low: -50, high: 50 }
 */
export function rescale(share: Estimate, bottom: number, top: number): Estimate {
  const read = (x: number) => bottom + x * (top - bottom);
  return { value: read(share.value), low: read(share.low), high: read(share.high) };
}
