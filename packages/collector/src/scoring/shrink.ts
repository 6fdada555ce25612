import type { MeasuredFigure, RandomEffects } from './derSimonianLaird.ts';

/**
 * What a figure most likely is, given what the others are: θ = μ + (1−B)(y−μ) with B = V/(V+τ²). The less a figure is
 * sure and the less all of them differ, the nearer it is drawn to what they have in common.
 *
 * @returns between the figure and the mean
 * @throws RangeError where neither the figure nor the others vary
 * @example shrink({ value: 70, variance: 4 }, { mean: 55, betweenVariance: 162.667 }) // 69.64
 * @see Efron & Morris 1975, Journal of the American Statistical Association 70; scoring.md §5
 */
export function shrink(
  { value, variance }: MeasuredFigure,
  { mean, betweenVariance }: Pick<RandomEffects, 'mean' | 'betweenVariance'>,
): number {
  if (!(variance + betweenVariance > 0)) throw new RangeError('variance or betweenVariance must be above 0');
  const drawn = variance / (variance + betweenVariance);
  return mean + (1 - drawn) * (value - mean);
}
