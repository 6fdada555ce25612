import { describe, expect, it } from 'vitest';
import { conventions } from '../../../packages/collector/src/scoring/conventions.ts';
import { histogram } from '../../../packages/collector/src/stats/histogram.ts';
import { felt, silent } from './tallies.ts';

const latencyCounts = (...asked: Parameters<typeof histogram>) => histogram(...asked).latency.map(({ count }) => count);

describe('histogram', () => {
  it('has the emotions in the catalogue’s order, the unrated first and then the strengths', () => {
    const { cells } = histogram([
      felt('angry', 5, 1),
      felt('happy', 5, 2),
      felt('indifferent', null, 3),
      felt('happy', null, 4),
      felt('happy', 1, 5),
    ]);
    expect(cells).toEqual([
      { emotion: 'happy', strength: null, count: 4 },
      { emotion: 'happy', strength: 1, count: 5 },
      { emotion: 'happy', strength: 5, count: 2 },
      { emotion: 'indifferent', strength: null, count: 3 },
      { emotion: 'angry', strength: 5, count: 1 },
    ]);
  });

  it('adds up what is felt alike, whenever it was said and however its counts are split', () => {
    const counts = [felt('calm', 2, 3), felt('calm', 2, 4, { latencyBin: 8 }), felt('calm', 2, 1)];
    expect(histogram(counts).cells).toEqual([{ emotion: 'calm', strength: 2, count: 8 }]);
    expect(latencyCounts(counts)).toEqual([4, 0, 0, 0, 0, 0, 0, 0, 4, 0]);
  });

  it.each([
    ['a reason', felt('happy', null, 9, { scale: 'reason', reason: 'delivery' })],
    ['a rating', felt('happy', 5, 9, { scale: 'csat' })],
    ['an answer without an emotion', silent('answered', 9)],
    ['a prompt that was only shown', silent('shown', 9)],
    ['what was abandoned with an emotion', felt('angry', 5, 9, { status: 'abandoned' })],
    ['a cell that amendments emptied', felt('sad', 5, 0)],
  ])('does not count %s', (_, cell) => {
    expect(histogram([felt('happy', 5, 2), cell])).toEqual(histogram([felt('happy', 5, 2)]));
  });

  it('of the stratum prompt is of answers within 20 minutes', () => {
    const counts = [felt('happy', 5, 2), felt('happy', 5, 3, { latencyBin: 1 }), felt('sad', 1, 4, { latencyBin: 9 })];
    expect(histogram(counts, 'prompt').cells).toEqual([{ emotion: 'happy', strength: 5, count: 2 }]);
    expect(latencyCounts(counts, 'prompt')).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(latencyCounts(counts)).toEqual([2, 3, 0, 0, 0, 0, 0, 0, 0, 4]);
  });

  // scoring.md §2
  it('says of every bin from when to when it is and what it weighs, heard of or not', () => {
    const { cells, latency } = histogram([]);
    expect(cells).toEqual([]);
    expect(latency).toEqual(
      [
        [0, 20, 1],
        [20, 60, 0.908447],
        [60, 180, 0.761086],
        [180, 540, 0.649291],
        [540, 1_440, 0.566722],
        [1_440, 2_880, 0.512397],
        [2_880, 10_080, 0.459641],
        [10_080, 44_640, 0.399692],
        [44_640, null, 0.350089],
        [null, null, 0.350089],
      ].map(([fromMinutes, toMinutes, weight], bin) => ({
        bin,
        fromMinutes,
        toMinutes,
        weight: expect.closeTo(Number(weight), 6),
        count: 0,
      })),
    );
  });

  it('has the weights of the conventions that it is given', () => {
    const { latency } = histogram([], undefined, { ...conventions, latencyBinWeight: (bin) => 1 / (bin + 1) });
    expect(latency.map(({ weight }) => weight)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => 1 / n));
  });
});
