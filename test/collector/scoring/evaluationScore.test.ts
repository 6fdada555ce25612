import { describe, expect, it } from 'vitest';
import { evaluationScore } from '../../../packages/collector/src/scoring/evaluationScore.ts';
import { latencyBinWeight } from '../../../packages/collector/src/scoring/latencyBinWeight.ts';
import type { WeightedValue } from '../../../packages/collector/src/scoring/weightedSums.ts';

const rated = (ratings: Record<number, number>, weight = 1): WeightedValue[] =>
  Object.entries(ratings).map(([value, count]) => ({ value: Number(value), count, weight }));

describe('evaluationScore', () => {
  it('csat is the share of 4 and 5, with Wilson’s interval (Newcombe 1998: 81/263)', () => {
    const score = evaluationScore('csat', rated({ 5: 40, 4: 41, 3: 100, 2: 42, 1: 40 }));
    expect(score.n).toBe(263);
    expect(score.value).toBeCloseTo((100 * 81) / 263, 10);
    expect(score.low).toBeCloseTo(25.53, 2);
    expect(score.high).toBeCloseTo(36.62, 2);
  });

  it('csat weighs late answers less, in the value and in n_eff', () => {
    const late = latencyBinWeight(8);
    const score = evaluationScore('csat', [...rated({ 5: 10 }), ...rated({ 1: 10 }, late)]);
    expect(score.value).toBeCloseTo(100 / (1 + late), 10);
    const evenly = evaluationScore('csat', rated({ 5: 10, 1: 10 }));
    expect(Number(score.high) - Number(score.low)).not.toBeCloseTo(Number(evenly.high) - Number(evenly.low), 2);
  });

  it('ces is the mean of 1–7 and its interval stays within', () => {
    const score = evaluationScore('ces', rated({ 7: 5, 6: 3, 1: 2 }));
    expect(score.value).toBeCloseTo(5.5, 10);
    expect(score.low).toBeGreaterThan(1);
    expect(score.high).toBeLessThan(7);
    expect(evaluationScore('ces', rated({ 7: 9 })).value).toBe(7);
  });

  it('nps is promoters − detractors', () => {
    // 9–10 promote, 7–8 do neither, 0–6 detract: (4 − 3) of 10
    expect(evaluationScore('nps', rated({ 10: 2, 9: 2, 8: 2, 7: 1, 6: 2, 0: 1 })).value).toBeCloseTo(10, 10);
    expect(evaluationScore('nps', rated({ 6: 5 })).value).toBe(-100);
    expect(evaluationScore('nps', rated({ 9: 5 })).value).toBe(100);
    expect(evaluationScore('nps', rated({ 7: 3, 8: 3 })).value).toBe(0);
  });

  it('is no figure below 5 answers', () => {
    expect(evaluationScore('nps', rated({ 10: 4 }))).toEqual({ n: 4, value: null, low: null, high: null });
  });
});
