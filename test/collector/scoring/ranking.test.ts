import { describe, expect, it } from 'vitest';
import { type RankedScore, ranking } from '../../../packages/collector/src/scoring/ranking.ts';

const score = (value: number, n = 100, variance = 400): RankedScore => ({ value, n, nEff: n, variance });
const ranksOf = (...scores: RankedScore[]) => ranking(scores).standings.map(({ rank }) => [rank.low, rank.high]);

describe('ranking', () => {
  it('tells apart what differs by more than chance, for all pairs together', () => {
    // V = 400/100 each: √(V+V) = 2.83, so 60 and 61 are alike, 80 and 20 are not
    const { standings, separable } = ranking([score(80), score(61), score(60), score(20)]);
    expect(standings.map(({ rank }) => [rank.low, rank.high])).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
      [4, 4],
    ]);
    expect(separable).toBe(true);
  });

  // By hand, and with R's metafor: y 70 60 50 40, V 4 4 4 4: Q = 125, C = .75, τ² = (125 − 3)/.75 = 162.6667, B = .0240
  it('shrinks from four scores on', () => {
    const { standings } = ranking([score(70), score(60), score(50), score(40)]);
    expect(standings.map(({ shrunk }) => shrunk)).toEqual(
      [69.64, 59.88, 50.12, 40.36].map((x) => expect.closeTo(x, 10)),
    );
    const three = ranking([score(70), score(60), score(50)]);
    expect(three.standings.map(({ shrunk }) => shrunk)).toEqual([70, 60, 50]);
    expect(three.separable).toBe(true);
  });

  it('draws the less sure score further', () => {
    const { standings } = ranking([score(80, 1000), score(60, 1000), score(50, 1000), score(82, 5)]);
    expect(standings[3]?.shrunk).toBeLessThan(Number(standings[0]?.shrunk));
  });

  it('is not separable where chance explains all differences: values stay, ranks are open', () => {
    const { standings, separable } = ranking([score(52, 20), score(50, 20), score(49, 20), score(51, 20)]);
    expect(separable).toBe(false);
    expect(standings).toEqual([52, 50, 49, 51].map((value) => ({ shrunk: value, rank: { low: 1, high: 4 } })));
  });

  it('is not separable either where a pair is apart, but all of them together differ by no more than chance', () => {
    // By hand: V = 1600/100 = 16, so z = 22.6/√32 = 3.995 of the two at the ends, 190·p = .012;
    // but Q = 2·11.3²/16 = 15.96 is less than K − 1 = 19, so τ² = 0
    const values = [61.3, ...Array<number>(18).fill(50), 38.7];
    const { standings, separable } = ranking(values.map((value) => score(value, 100, 1_600)));
    expect(separable).toBe(false);
    const ranks = [{ low: 1, high: 19 }, ...Array(18).fill({ low: 1, high: 20 }), { low: 2, high: 20 }];
    expect(standings).toEqual(values.map((value, index) => ({ shrunk: value, rank: ranks[index] })));
  });

  it('pools the variance: five like-minded answers look no surer than others', () => {
    const [, alike] = ranksOf(score(60, 200, 600), { ...score(80, 5, 0) });
    expect(alike).toEqual([1, 2]);
  });

  describe('without any spread', () => {
    it('is not separable where all values are the same', () => {
      const same = [1, 2, 3, 4].map(() => score(60, 10, 0));
      expect(ranking(same)).toEqual({
        standings: same.map(() => ({ shrunk: 60, rank: { low: 1, high: 4 } })),
        separable: false,
      });
    });

    it('is separable where values differ', () => {
      const { standings, separable } = ranking([
        score(60, 10, 0),
        score(80, 10, 0),
        score(60, 10, 0),
        score(20, 10, 0),
      ]);
      expect(separable).toBe(true);
      expect(standings.map(({ rank }) => [rank.low, rank.high])).toEqual([
        [2, 3],
        [1, 1],
        [2, 3],
        [4, 4],
      ]);
    });
  });

  it('says something of one score, and nothing of none', () => {
    expect(ranking([score(60)])).toEqual({ standings: [{ shrunk: 60, rank: { low: 1, high: 1 } }], separable: false });
    expect(ranking([])).toEqual({ standings: [], separable: false });
  });
});
