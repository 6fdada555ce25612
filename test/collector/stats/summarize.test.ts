import { type Emotion, emotions } from '@vivencia/contract/emotion';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touchpointScore } from '../../../packages/collector/src/scoring/touchpointScore.ts';
import { summarize } from '../../../packages/collector/src/stats/summarize.ts';
import type { TallyCount } from '../../../packages/collector/src/tally/tallyCount.ts';
import { declared, felt, merelyHeard, silent } from './tallies.ts';

const period = { from: '2026-11-01', to: '2026-11-30', timeZone: 'Europe/Madrid' };

const tally = (touchpoint: string, counts: TallyCount[], passed = 0) => ({ touchpoint, passed, counts });

const checkout = [
  felt('frustrated', 5, 6),
  felt('frustrated', 3, 4, { latencyBin: 2 }),
  felt('happy', 4, 3, { prompted: false }),
  felt('calm', null, 1),
  felt('frustrated', null, 5, { scale: 'reason', reason: 'delivery' }),
  felt('happy', null, 2, { scale: 'reason', reason: 'constructor', latencyBin: 2 }),
  felt('happy', 5, 3, { scale: 'csat' }),
  felt('frustrated', 2, 4, { scale: 'csat' }),
  silent('answered', 2),
  silent('answered', 2, { scale: 'csat', rating: 1 }),
  silent('shown', 20),
  silent('dismissed', 7),
  silent('abandoned', 4),
  silent('dismissed', 1, { prompted: false }),
];

const only = (counts: TallyCount[], stratum?: 'prompt') => {
  const report = summarize({
    tallies: [tally('checkout', counts, 90)],
    touchpoints: [declared('checkout', { stage: 'during' })],
    period,
    stratum,
  });
  expect(report.touchpoints).toHaveLength(1);
  return report.touchpoints[0];
};

describe('summarize', () => {
  it('says exactly what GET /v1/scores says (api.md)', () => {
    const row = only(checkout);
    expect(row).toMatchObject({
      touchpoint: 'checkout',
      title: 'Checkout',
      stage: 'during',
      confirmed: true,
      passed: 90,
      // all that were prompted: 6 + 4 + 1 answers with an emotion, 2 without, 20 + 7 + 4 others
      shown: 44,
      dismissed: 8,
      abandoned: 4,
      answered: 14,
      unrated: 0,
      n: 13,
      enough: true,
      rank: { low: 1, high: 1 },
      emotions: { frustrated: 10, happy: 3, calm: 1 },
      reasons: { delivery: 5, constructor: 2 },
    });
    const score = touchpointScore(checkout);
    expect(row?.intensity).toEqual({ ...score.intensity, shrunk: score.intensity?.value });
    expect(row?.valence).toEqual(score.valence);
    expect(row?.evaluation).toEqual({ csat: { ...score.evaluation.csat, n: 9 } });
    expect(Object.keys(row ?? {})).toEqual(
      'touchpoint title stage confirmed emotionSet passed shown dismissed abandoned answered unrated n nEff enough intensity valence positive negative rank emotions reasons evaluation'.split(
        ' ',
      ),
    );
  });

  it('lists the most frequent emotion and reason first', () => {
    const row = only([...checkout, felt('calm', 1, 30)]);
    expect(Object.keys(row?.emotions ?? {})).toEqual(['calm', 'frustrated', 'happy']);
    expect(Object.keys(row?.reasons ?? {})).toEqual(['delivery', 'constructor']);
  });

  it('with stratum prompt counts only answers within 20 minutes, and everybody who did not answer', () => {
    expect(only(checkout, 'prompt')).toMatchObject({
      shown: 44,
      dismissed: 8,
      abandoned: 4,
      answered: 10,
      n: 9,
      emotions: { frustrated: 6, happy: 3, calm: 1 },
      reasons: { delivery: 5 },
    });
  });

  it('has no figure below 5 answers, and no NaN at 0', () => {
    expect(only([felt('happy', 5, 4)])).toMatchObject({
      n: 4,
      nEff: 4,
      enough: false,
      intensity: null,
      valence: null,
      positive: null,
      negative: null,
    });
    expect(only([silent('shown', 3)])).toMatchObject({ shown: 3, n: 0, nEff: 0, enough: false, evaluation: {} });
  });

  it('counts a response once, whatever its reasons, ratings and segments', () => {
    expect(only([felt('happy', 5, 1), felt('happy', 5, 1, { scale: 'csat' })])).toMatchObject({
      shown: 1,
      answered: 1,
    });
  });

  it('passes over cells that amendments emptied', () => {
    expect(only([felt('angry', 5, 0), felt('happy', 5, 5)])?.emotions).toEqual({ happy: 5 });
  });

  it('orders by intensity, then thin ones by answers; ties by key', () => {
    const report = summarize({
      tallies: [
        tally('mild', [felt('happy', 2, 9)]),
        tally('b-strong', [felt('angry', 5, 5)]),
        tally('a-strong', [felt('happy', 5, 50)]),
        tally('thin', [felt('happy', 5, 3)]),
        tally('thinner', [felt('angry', 5, 1)]),
      ],
      touchpoints: ['z-unheard', 'mild', 'b-strong', 'a-strong', 'thinner', 'thin', 'a-unheard'].map((key) =>
        declared(key),
      ),
      period,
    });
    expect(report.touchpoints.map(({ touchpoint }) => touchpoint)).toEqual([
      'a-strong',
      'b-strong',
      'mild',
      'thin',
      'thinner',
      'a-unheard',
      'z-unheard',
    ]);
  });

  it('shows declared touchpoints that nothing was heard of, but not those that were once merely heard', () => {
    const report = summarize({
      tallies: [tally('passed-by', [], 3)],
      touchpoints: [declared('returns'), merelyHeard('typo'), merelyHeard('passed-by')],
      period,
    });
    expect(report.touchpoints.map(({ touchpoint, confirmed, passed }) => [touchpoint, confirmed, passed])).toEqual([
      ['passed-by', false, 3],
      ['returns', true, 0],
    ]);
  });

  it('leaves out hidden touchpoints', () => {
    const report = summarize({ tallies: [tally('hidden', [felt('happy', 5, 9)])], touchpoints: [], period });
    expect(report).toEqual({ period, separable: false, touchpoints: [] });
  });
});

describe('summarize of many touchpoints', () => {
  const anyTally = fc.array(
    fc.tuple(
      fc.constantFrom(...emotions),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
    ),
    { minLength: 1, maxLength: 8 },
  );
  const countsOf = (cells: [Emotion, number, number, number][]) =>
    cells.map(([emotion, rating, count, latencyBin]) => felt(emotion, rating, count, { latencyBin }));

  it('is the same to the last bit however touchpoints are ordered and their counts split', () => {
    fc.assert(
      fc.property(fc.array(anyTally, { minLength: 2, maxLength: 9 }), fc.nat(), (cellLists, turn) => {
        const keys = cellLists.map((_, place) => `t${place}`);
        const tallies = cellLists.map((cells, place) => tally(`t${place}`, countsOf(cells)));
        const turned = <T>(list: T[]) => [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
        const split = tallies.map(({ touchpoint, counts }) =>
          tally(
            touchpoint,
            turned(
              counts.flatMap((cell) => [
                { ...cell, count: 1 },
                { ...cell, count: cell.count - 1 },
              ]),
            ),
          ),
        );
        const whole = summarize({ tallies, touchpoints: keys.map((key) => declared(key)), period });
        const other = summarize({
          tallies: turned(split),
          touchpoints: turned(keys).map((key) => declared(key)),
          period,
        });
        expect(other.touchpoints.map(({ touchpoint }) => touchpoint)).toEqual(
          whole.touchpoints.map(({ touchpoint }) => touchpoint),
        );
        expect(other).toStrictEqual(whole);
      }),
    );
  });

  it('ranks by the shrunken value, so that few lucky answers do not come first', () => {
    const steady = (key: string, strong: number) =>
      tally(key, [felt('angry', 5, strong), felt('angry', 2, 200 - strong)]);
    const tallies = [
      steady('a', 150),
      steady('b', 100),
      steady('c', 60),
      tally('lucky', [felt('happy', 5, 2), felt('happy', 4, 4)]),
    ];
    const touchpoints = tallies.map(({ touchpoint }) => declared(touchpoint));
    const report = summarize({ tallies, touchpoints, period });
    expect(report.touchpoints.map(({ touchpoint }) => touchpoint)).toEqual(['a', 'lucky', 'b', 'c']);
    expect(report.touchpoints[1]?.intensity?.value).toBeGreaterThan(Number(report.touchpoints[0]?.intensity?.value));
    expect(report.separable).toBe(true);
    expect(report.touchpoints.map(({ rank }) => rank?.high)).toEqual([2, 3, 3, 4]);
  });

  it('takes figures that differ in their last digits only for a tie, which the key decides', () => {
    const tallies = [tally('z1', [felt('angry', 3, 6)]), tally('z9', [felt('angry', 2, 3), felt('angry', 4, 3)])];
    const report = summarize({ tallies, touchpoints: tallies.map(({ touchpoint }) => declared(touchpoint)), period });
    expect(report.touchpoints.map(({ touchpoint }) => touchpoint)).toEqual(['z1', 'z9']);
  });

  it('counts only touchpoints with enough answers among the ranks', () => {
    const tallies = [
      tally('a', [felt('angry', 5, 9)]),
      tally('b', [felt('happy', 1, 9)]),
      tally('thin', [felt('sad', 5, 4)]),
    ];
    const report = summarize({ tallies, touchpoints: tallies.map(({ touchpoint }) => declared(touchpoint)), period });
    expect(report.touchpoints.map(({ touchpoint, rank }) => [touchpoint, rank])).toEqual([
      ['a', { low: 1, high: 1 }],
      ['b', { low: 2, high: 2 }],
      ['thin', null],
    ]);
  });
});
