/** A figure and the variance of its error, in the figure's unit squared. */
export interface MeasuredFigure {
  value: number;
  variance: number;
}

/** What several figures have in common, and how far they truly differ. */
export interface RandomEffects {
  /** μ, in the figures' unit. */
  mean: number;
  /** Of μ, in the figures' unit. */
  standardError: number;
  /** τ²: variance of the true figures around μ; 0 where their differences are no larger than their errors explain. */
  betweenVariance: number;
  /** Cochran's Q: K − 1 is expected of figures that do not truly differ. */
  q: number;
}

/**
 * DerSimonian & Laird's random-effects model, with weights 1/V of the errors' variances V:
 *
 * μ_F = ΣV⁻¹y/ΣV⁻¹   Q = ΣV⁻¹(y−μ_F)²   C = ΣV⁻¹ − ΣV⁻²/ΣV⁻¹   τ² = max(0, (Q−(K−1))/C)   μ = Σ(V+τ²)⁻¹y / Σ(V+τ²)⁻¹
 *
 * @param figures at least two, each with a variance above 0
 * @throws RangeError otherwise
 * @example derSimonianLaird([70, 60, 50, 40].map((value) => ({ value, variance: 4 }))) // mean 55, q 125, betweenVariance 162.667
 * @see DerSimonian & Laird 1986, Controlled Clinical Trials 7(3)
 */
export function derSimonianLaird(figures: readonly MeasuredFigure[]): RandomEffects {
  if (figures.length < 2) throw new RangeError('figures must be at least two');
  for (const { variance } of figures) {
    if (!(variance > 0 && variance < Infinity)) throw new RangeError(`variance must be above 0, not ${variance}`);
  }
  const fixed = weightedMean(figures, 0);
  const q = figures.reduce((sum, { value, variance }) => sum + (value - fixed.mean) ** 2 / variance, 0);
  const squares = figures.reduce((sum, { variance }) => sum + 1 / variance ** 2, 0);
  const c = fixed.precision - squares / fixed.precision;
  const betweenVariance = Math.max(0, (q - (figures.length - 1)) / c);
  const { mean, precision } = weightedMean(figures, betweenVariance);
  return { mean, standardError: Math.sqrt(1 / precision), betweenVariance, q };
}

function weightedMean(figures: readonly MeasuredFigure[], betweenVariance: number) {
  let precision = 0;
  let sum = 0;
  for (const { value, variance } of figures) {
    const weight = 1 / (variance + betweenVariance);
    precision += weight;
    sum += weight * value;
  }
  return { mean: sum / precision, precision };
}
