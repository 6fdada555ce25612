import { describe, expect, it } from 'vitest';
import { changePoint, type SeriesSums } from '../../../packages/collector/src/scoring/changePoint.ts';
import { maximallySelectedP } from '../../../packages/collector/src/scoring/maximallySelected.ts';
import { shapeOfChange } from '../../../packages/collector/src/scoring/shapeOfChange.ts';

/** Mulberry32: the same draws on every machine. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Shape = [value: number, share: number][];
const shapes: Record<string, Shape> = {
  mixed: [
    [-1, 0.1],
    [-0.8, 0.15],
    [-0.4, 0.1],
    [0, 0.2],
    [0.4, 0.15],
    [0.8, 0.2],
    [1, 0.1],
  ],
  'nine in ten at the maximum': [
    [1, 0.9],
    [0.8, 0.05],
    [-1, 0.05],
  ],
  'nine in ten neutral': [
    [0, 0.9],
    [-1, 0.05],
    [1, 0.05],
  ],
  'a rare outcry': [
    [0.6, 0.97],
    [-1, 0.03],
  ],
};

function drawFrom(shape: Shape, place: number): number {
  let left = place;
  for (const [value, share] of shape) {
    left -= share;
    if (left < 0) return value;
  }
  return 0;
}

/** Days with about so many answers each, some of them late; `shift` moves the answers of a day. */
function drawSeries(random: () => number, shape: Shape, days: number, rate: number, shift = (_: number) => 0) {
  return Array.from({ length: days }, (_, bucket): SeriesSums => {
    const sums = { bucket, n: 0, w: 0, w2: 0, wx: 0, wx2: 0 };
    const answers = Math.max(1, Math.round(rate * (0.5 + random())));
    for (let answer = 0; answer < answers; answer++) {
      const drawn = drawFrom(shape, random());
      const x = Math.max(-1, Math.min(1, drawn + shift(bucket)));
      const w = random() < 0.7 ? 1 : 0.5;
      sums.n += 1;
      sums.w += w;
      sums.w2 += w * w;
      sums.wx += w * x;
      sums.wx2 += w * x * x;
    }
    return sums;
  });
}

describe('the largest of all splits', () => {
  it.each([
    // Miller & Siegmund's formula by hand: 4φ(3)/3 + φ(3)·(3 − 1/3)·ln 81
    [3, 0.1, 0.9, 0.00591 + 0.05193],
    [-3, 0.1, 0.9, 0.00591 + 0.05193],
    [0.5, 0.1, 0.9, 1],
  ])('z %d between %d and %d', (z, first, last, p) => {
    expect(maximallySelectedP(z, first, last)).toBeCloseTo(p, 4);
  });

  it('is never less surprising than one split alone would be', () => {
    expect(maximallySelectedP(4, 0.5, 0.5)).toBeGreaterThanOrEqual(6.33e-5);
  });
});

describe('a series in which nothing changed', () => {
  it.each(Object.entries(shapes))('raises an alarm in at most 5 of 100: %s', (_, shape) => {
    const random = seeded(11);
    for (const [days, rate] of [
      [60, 3],
      [60, 20],
      [180, 2],
      [14, 10],
    ] as const) {
      let alarms = 0;
      const runs = 400;
      for (let run = 0; run < runs; run++) {
        if ((changePoint(drawSeries(random, shape, days, rate))?.p ?? 1) <= 0.05) alarms++;
      }
      // 5% and twice the simulation's own standard error; as measured with 2,000 runs: 0–3.3%.
      expect(alarms / runs).toBeLessThan(0.072);
    }
  });

  it('raises none because of lively days either', () => {
    const random = seeded(12);
    let alarms = 0;
    for (let run = 0; run < 400; run++) {
      const mood = Array.from({ length: 60 }, () => (random() - 0.5) * 0.8);
      const series = drawSeries(random, shapes.mixed as Shape, 60, 60, (day) => mood[day] as number);
      if ((changePoint(series)?.p ?? 1) <= 0.05) alarms++;
    }
    expect(alarms / 400).toBeLessThan(0.072);
  });

  it('and seldom because of moods that last for some days', () => {
    const random = seeded(15);
    const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
    let alarms = 0;
    for (let run = 0; run < 400; run++) {
      let mood = 0;
      const moods = Array.from({ length: 120 }, () => {
        mood = 0.6 * mood + 0.8 * 0.15 * normal();
        return mood;
      });
      const series = drawSeries(random, shapes.mixed as Shape, 120, 40, (day) => moods[day] as number);
      if ((changePoint(series)?.p ?? 1) <= 0.05) alarms++;
    }
    // As if days were independent it would be a third of them.
    expect(alarms / 400).toBeLessThan(0.1);
  });

  it('is not looked through where one side alone has answers', () => {
    const random = seeded(16);
    const many = drawSeries(random, shapes.mixed as Shape, 10, 20);
    const few = drawSeries(random, shapes.mixed as Shape, 10, 1).map((sums, day) => ({ ...sums, bucket: 10 + day }));
    const late = [...many, ...few.slice(0, 4)];
    // Splits lie among the many only: behind them there are fewer than 30.
    expect(changePoint(late)?.bucket ?? 0).toBeLessThan(10);
    expect(changePoint(few)).toBe(null);
  });

  it.each([
    ['nothing', 0, 0],
    ['few answers', 10, 4],
    ['few days', 5, 100],
  ])('of %s is not looked through', (_, days, rate) => {
    expect(changePoint(drawSeries(seeded(1), shapes.mixed as Shape, days, rate))).toBe(null);
  });
});

describe('a series that moved', () => {
  it('is found in nine of ten, on the day or near it', () => {
    const random = seeded(13);
    let found = 0;
    let near = 0;
    let held = 0;
    const runs = 200;
    for (let run = 0; run < runs; run++) {
      const series = drawSeries(random, shapes.mixed as Shape, 60, 12, (day) => (day >= 40 ? -0.35 : 0));
      const point = changePoint(series);
      if (!point || point.p > 0.05) continue;
      found++;
      if (Math.abs(point.bucket - 40) <= 3) near++;
      if (point.earliest <= 40 && point.latest >= 40) held++;
    }
    expect(found / runs).toBeGreaterThan(0.9);
    expect(near / found).toBeGreaterThan(0.8);
    expect(held / found).toBeGreaterThan(0.9);
  });

  it('all at once is a step, ever more is a ramp from its beginning', () => {
    const random = seeded(14);
    const kinds = { step: 0, ramp: 0 };
    let begun = 0;
    for (let run = 0; run < 100; run++) {
      const step = drawSeries(random, shapes.mixed as Shape, 60, 30, (day) => (day >= 40 ? -0.4 : 0));
      const ramp = drawSeries(random, shapes.mixed as Shape, 60, 30, (day) => -Math.max(0, day - 30) * 0.03);
      const shapeOf = (series: SeriesSums[]) => {
        const { bucket, variance } = changePoint(series) ?? { bucket: 0, variance: 0 };
        return shapeOfChange(series, bucket, variance);
      };
      if (shapeOf(step).kind === 'step') kinds.step++;
      const { kind, bucket } = shapeOf(ramp);
      if (kind === 'ramp') kinds.ramp++;
      if (Math.abs(bucket - 30) <= 6) begun++;
    }
    expect(kinds.step).toBeGreaterThan(90);
    expect(kinds.ramp).toBeGreaterThan(80);
    expect(begun).toBeGreaterThan(70);
  });
});

describe('few answers on one side', () => {
  /** Days of so many answers each, with this mean and this mean of squares. */
  const side = (from: number, count: number, n: number, mean: number, square: number): SeriesSums[] =>
    Array.from({ length: count }, (_, place) => ({
      bucket: from + place,
      n,
      w: n,
      w2: n,
      wx: n * mean,
      wx2: n * square,
    }));

  it.each([
    ['all over the scale, before many alike (pooled errors are too small)', 1, 0.05],
    ['alike, before many all over the scale (Welch’s are too small)', 0.161, 0.9],
  ])('%s, are no change', (_, squareOfFew, squareOfMany) => {
    const series = [...side(0, 3, 10, 0.4, squareOfFew), ...side(3, 57, 100, 0, squareOfMany)];
    expect(changePoint(series)?.p).toBeGreaterThan(0.3);
  });
});
