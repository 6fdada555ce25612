import { maximallySelectedP } from './maximallySelected.ts';

/** What was felt in one bucket of time: answers, and sums over them of a value x that lies within −1…1. */
export interface SeriesSums {
  /** Counts time: days since 1970, or the like. */
  bucket: number;
  n: number;
  /** Σw */
  w: number;
  /** Σw² */
  w2: number;
  /** Σwx */
  wx: number;
  /** Σwx² */
  wx2: number;
}

/** The one moment at which a series most likely moved. */
export interface ChangePoint {
  /** The first bucket that is different. */
  bucket: number;
  /** Means before and from then on. */
  before: number;
  after: number;
  /** How surprising it were if nothing had changed, the search for the moment reckoned in. */
  p: number;
  /** Where `bucket` lies in 95 of 100 cases, for a sudden change. */
  earliest: number;
  latest: number;
  /** Of single answers about their side's mean. */
  variance: number;
}

/** Answers on either side below which none is looked for: the normal approximation is poor for lopsided answers. */
const fewestASide = 30;
/** Days on either side: one odd day is no change. */
const fewestBuckets = 3;

/**
 * Looks for the single moment at which a series most likely moved: where the means before and after differ most, in
 * standard errors. They are the larger of the pooled ones and Welch's, as pooled ones are too small where few lopsided
 * answers stand on one side; and larger by as much as buckets differ more than their answers explain (quasi-likelihood,
 * McCullagh & Nelder 1989), and as neighbours are alike. So lively days raise no alarm; a mood that lasts for a week or
 * more still may, as nothing tells it from a change until it has passed.
 *
 * The moment's own interval is that of Bai 1997: 11·σ²/δ² answers to either side.
 *
 * @param series in order of time; buckets without answers may be left out
 * @returns `null` where there are too few answers to look
 * @see Bai 1997, Review of Economics and Statistics 79, 551–563
 */
export function changePoint(series: readonly SeriesSums[]): ChangePoint | null {
  const before = nothing();
  const after = nothing();
  const total = nothing();
  for (const each of series) add(total, each);
  let best: Split | null = null;
  let first: Split | null = null;
  let last: Split | null = null;
  for (const [index, each] of series.slice(0, -fewestBuckets).entries()) {
    add(before, each);
    const place = index + 1;
    if (place < fewestBuckets) continue;
    takeRest(after, total, before);
    if (before.n < fewestASide || after.n < fewestASide) continue;
    const split = compare(place, before, after);
    first ??= split;
    last = split;
    if (!best || Math.abs(split.z) > Math.abs(best.z)) best = split;
  }
  if (!best || !first || !last) return null;
  const z = best.z / Math.sqrt(dispersion(series, best));
  const p = maximallySelectedP(z, first.share, last.share);
  return { ...momentOf(series, best), before: best.before, after: best.after, p, variance: best.variance };
}

type Sums = Omit<SeriesSums, 'bucket'>;

interface Split {
  /** Place of the first bucket behind it. */
  place: number;
  before: number;
  after: number;
  z: number;
  /** Of the effective answers, how many lie before. */
  share: number;
  /** Variance of single answers about their side's mean. */
  variance: number;
}

const nothing = (): Sums => ({ n: 0, w: 0, w2: 0, wx: 0, wx2: 0 });

// In place: a long series is split hundreds of times, and a site has hundreds of series.
function add(sum: Sums, each: Sums): void {
  sum.n += each.n;
  sum.w += each.w;
  sum.w2 += each.w2;
  sum.wx += each.wx;
  sum.wx2 += each.wx2;
}

function takeRest(rest: Sums, total: Sums, part: Sums): void {
  rest.n = total.n - part.n;
  rest.w = total.w - part.w;
  rest.w2 = total.w2 - part.w2;
  rest.wx = total.wx - part.wx;
  rest.wx2 = total.wx2 - part.wx2;
}

function compare(place: number, a: Sums, b: Sums): Split {
  const [before, after] = [a.wx / a.w, b.wx / b.w];
  const [sizeA, sizeB] = [a.w ** 2 / a.w2, b.w ** 2 / b.w2];
  const [varianceA, varianceB] = [varianceOf(a, sizeA), varianceOf(b, sizeB)];
  const variance = (varianceA * sizeA + varianceB * sizeB) / (sizeA + sizeB);
  const squaredError = Math.max(variance * (1 / sizeA + 1 / sizeB), varianceA / sizeA + varianceB / sizeB);
  const z = after === before ? 0 : (after - before) / Math.sqrt(squaredError);
  return { place, before, after, z, share: sizeA / (sizeA + sizeB), variance };
}

/** With two prior answers of the largest possible variance, as in `adjustedWilson`: alike is not certain. */
function varianceOf({ w, wx, wx2 }: Sums, size: number): number {
  const mean = wx / w;
  const own = Math.max(0, wx2 / w - mean ** 2);
  return (own * size + 2 * (1 - mean ** 2)) / (size + 2);
}

/**
 * How much more buckets differ from their side's mean than their answers explain, and go on differing in the buckets
 * that follow: their long-run variance, in that of answers. At least 1.
 */
function dispersion(series: readonly SeriesSums[], { place, before, after, variance }: Split): number {
  if (variance === 0) return 1;
  const off = series.flatMap(({ w, w2, wx }, index) =>
    w > 0 ? [(wx / w - (index < place ? before : after)) * Math.sqrt(w ** 2 / w2 / variance)] : [],
  );
  return Math.max(1, (together(off, 0) / Math.max(1, off.length - 2)) * lasting(off));
}

/**
 * How many times larger the variance of a mean is because neighbours are alike, as where a mood lasts for some days: of
 * a mood that fades by ρ a day, seen through answers (an ARMA(1, 1) process), it is 1 + 2ρ₁/(1 − ρ). What is this little
 * alike by chance counts as not alike.
 *
 * @see Kendall 1954, Biometrika 41, 403–404: likenesses come out too small by (1 + 4ρ)/n for each mean that was taken off
 */
function lasting(off: readonly number[]): number {
  const own = together(off, 0);
  const raw = own === 0 ? 0 : together(off, 1) / own;
  if (raw <= 1.5 / Math.sqrt(off.length)) return 1;
  const missing = (2 * (1 + 4 * raw)) / off.length;
  const next = raw + missing;
  const fading = Math.max(next, (together(off, 2) / own + missing) / next);
  return 1 + (2 * next) / (1 - Math.min(slowestFading, fading));
}

/** Slower ones are not told from something that gets worse day by day, which is to be told. */
const slowestFading = 0.8;

const together = (off: readonly number[], lag: number): number => {
  let sum = 0;
  for (let place = lag; place < off.length; place++) sum += (off[place] as number) * (off[place - lag] as number);
  return sum;
};

/** Bai's 95% quantile, rounded up to whole answers by him as well. */
const baisQuantile = 11;

function momentOf(series: readonly SeriesSums[], { place, before, after, variance }: Split) {
  const answers = (baisQuantile * variance) / (after - before) ** 2;
  const reach = (step: 1 | -1) => {
    let at = place;
    let passed = 0;
    // Forwards the bucket itself is passed, backwards the one before it.
    const passing = () => series[step === 1 ? at : at - 1];
    while (passing() && passed + (passing()?.n ?? 0) <= answers && series[at + step]) {
      passed += passing()?.n ?? 0;
      at += step;
    }
    return (series[at] as SeriesSums).bucket;
  };
  return { bucket: (series[place] as SeriesSums).bucket, earliest: reach(-1), latest: reach(1) };
}
