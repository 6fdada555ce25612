import type { Emotion } from '@vivencia/contract/emotion';
import { emotions } from '@vivencia/contract/emotion';
import { type EvaluationScale, evaluationBounds, evaluationScales } from '@vivencia/contract/scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conventions } from '../../../packages/collector/src/scoring/conventions.ts';
import { touchpointScore } from '../../../packages/collector/src/scoring/touchpointScore.ts';
import type { TallyCount } from '../../../packages/collector/src/tally/tallyCount.ts';

const felt = (emotion: Emotion | null, rating: number | null, count: number, latencyBin = 0): TallyCount => ({
  status: emotion === null ? 'shown' : 'answered',
  prompted: true,
  scale: 'felt',
  emotion,
  rating,
  reason: null,
  latencyBin,
  count,
});

const anyFelt = fc
  .tuple(
    fc.constantFrom(...emotions),
    fc.option(fc.integer({ min: 1, max: 5 })),
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([emotion, rating, count, bin]) => felt(emotion, rating, count, bin));

const anyRated = fc
  .constantFrom(...evaluationScales)
  .chain((scale) =>
    fc
      .tuple(fc.integer(evaluationBounds[scale]), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 9 }))
      .map(([rating, count, bin]): TallyCount => ({ ...felt(null, rating, count, bin), status: 'answered', scale })),
  );

/** The ends of each scale's own metric (scoring.md §4). */
const metricEnds: Record<EvaluationScale, [bottom: number, top: number]> = {
  csat: [0, 100],
  ces: [1, 7],
  nps: [-100, 100],
};

const rounding = 1e-9;

describe('touchpointScore', () => {
  it('counts only answered cells, and felt cells only as felt', () => {
    const score = touchpointScore([
      felt('happy', 5, 6),
      felt(null, null, 1000),
      { ...felt('happy', null, 50), scale: 'reason', reason: 'delivery' },
      { ...felt('happy', 5, 7), scale: 'csat' },
      { ...felt(null, 2, 2), status: 'answered', scale: 'csat' },
    ]);
    expect(score).toMatchObject({ n: 6, intensity: { value: 100 } });
    expect(score.evaluation).toMatchObject({ csat: { n: 9 } });
    expect(score.evaluation.csat?.value).toBeCloseTo((100 * 7) / 9, 10);
  });

  it.each(['shown', 'dismissed', 'abandoned'] as const)(
    'does not count what was %s, whatever was felt by then',
    (status) => {
      const answers = [felt('happy', 5, 6)];
      const left = [
        { ...felt('angry', 1, 9), status },
        { ...felt('angry', 5, 9), status, scale: 'csat' as const },
      ];
      expect(touchpointScore([...answers, ...left])).toStrictEqual(touchpointScore(answers));
    },
  );

  it('has no evaluation scale without answers', () => {
    expect(touchpointScore([felt('happy', 5, 6)]).evaluation).toEqual({});
  });

  it('needs no strength for neutral answers, and takes 0 where there is one', () => {
    expect(touchpointScore([felt('indifferent', null, 3), felt('indifferent', 5, 3)])).toMatchObject({
      n: 6,
      unrated: 0,
      intensity: { value: 0 },
    });
  });

  it('holds |NV| ≤ II ≤ 100 and II = P + N, and every interval holds its value and keeps its range', () => {
    fc.assert(
      fc.property(fc.array(anyFelt, { maxLength: 40 }), (counts) => {
        const score = touchpointScore(counts);
        if (!score.enough) return score.n < 5;
        const { intensity, valence, positive, negative, n, nEff } = score;
        expect(Math.abs(valence.value)).toBeLessThanOrEqual(intensity.value);
        expect(intensity.value).toBeLessThanOrEqual(100);
        expect(positive + negative).toBeCloseTo(intensity.value, 9);
        expect(positive).toBeGreaterThanOrEqual(-rounding);
        expect(negative).toBeGreaterThanOrEqual(-rounding);
        expect(nEff).toBeLessThanOrEqual(n + rounding);
        const places = [0, intensity.low, intensity.value, intensity.high, 100];
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const balance = [-100, valence.low, valence.value, valence.high, 100];
        expect(balance).toEqual(balance.toSorted((a, b) => a - b));
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds each evaluation’s value in its interval, and both in the range of their scale', () => {
    fc.assert(
      fc.property(fc.array(anyRated, { maxLength: 40 }), (counts) => {
        const { evaluation } = touchpointScore(counts);
        for (const scale of evaluationScales) {
          const n = counts.reduce((sum, cell) => sum + (cell.scale === scale ? cell.count : 0), 0);
          expect(evaluation[scale]?.n ?? 0).toBe(n);
          const score = evaluation[scale];
          if (!score || score.value === null) {
            expect(n).toBeLessThan(5);
            continue;
          }
          const [bottom, top] = metricEnds[scale];
          const places = [bottom, score.low, score.value, score.high, top];
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same to the last bit however the answers are split, merged and ordered', () => {
    const anyCounts = fc.array(fc.oneof(anyFelt, anyRated), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(anyCounts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (counts, chance) => {
        const next = () => chance.next().value as number;
        const parts = counts.flatMap((cell) => {
          const some = Math.floor(cell.count * next());
          return [
            { ...cell, count: some, place: next() },
            { ...cell, count: cell.count - some, place: next() },
          ];
        });
        const shuffled = parts.sort((a, b) => a.place - b.place);
        expect(touchpointScore(shuffled)).toStrictEqual(touchpointScore(counts));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a latency bin that does not exist', { latencyBin: 10 }, /latencyBin/],
    ['a strength above 5', { rating: 6 }, /rating on felt/],
    ['a csat above 5', { scale: 'csat', rating: 7 }, /rating on csat/],
  ] as const)('refuses %s: it would be counted as another', (_, odd, message) => {
    expect(() => touchpointScore([{ ...felt('angry', 3, 6), ...odd }])).toThrow(message);
  });

  it('counts every emotion by its convention', () => {
    const angerIsGood = { ...conventions, emotionSign: { ...conventions.emotionSign, angry: 1 as const } };
    const counts = [felt('angry', 5, 9), felt('happy', 5, 1)];
    expect(touchpointScore(counts).valence?.value).toBeCloseTo(-80, 10);
    expect(touchpointScore(counts, angerIsGood).valence?.value).toBe(100);
  });

  it('never yields NaN, even where one late answer stands in for thousands', () => {
    const score = touchpointScore([
      felt('angry', 4, 1, 9),
      felt('angry', null, 1e9),
      felt('happy', 1, 4, 8),
      felt('calm', null, 2),
    ]);
    expect(score.enough).toBe(true);
    expect(JSON.stringify(score)).not.toContain('null');
  });
});
