import { describe, expect, it } from 'vitest';
import { conventions } from '../../../packages/collector/src/scoring/conventions.ts';
import { trend } from '../../../packages/collector/src/stats/trend.ts';
import type { TallyCount } from '../../../packages/collector/src/tally/tallyCount.ts';
import { felt, silent } from './tallies.ts';

const stretch = (from: string, first: number, last = first) => ({ from, first, last });
const tally = (bucket: number, ...counts: TallyCount[]) => ({ bucket, counts });
const angry = (count: number, more: Partial<TallyCount> = {}) => felt('angry', 5, count, more);

describe('trend', () => {
  const counted: [name: string, stretches: string[], buckets: number[], answered: number[]][] = [
    ['each bucket in the stretch that it belongs to', ['1–3', '4–6'], [1, 3, 4, 6], [2, 2]],
    ['none before the first stretch', ['5–6', '7–8'], [3, 4, 5], [1, 0]],
    ['none between stretches', ['1–2', '5–6'], [2, 3, 4, 5], [1, 1]],
    ['none after the last stretch', ['1–2'], [2, 3, 9], [1]],
    ['nothing where nothing was heard, before and after what was', ['1–1', '2–2', '3–3'], [2], [0, 1, 0]],
    ['nothing at all', ['1–1'], [], [0]],
    ['no stretches', [], [1], []],
  ];
  it.each(counted)('counts %s', (_, stretches, buckets, answered) => {
    const found = trend(
      stretches.map((span) => stretch(span, ...(span.split('–').map(Number) as [number, number]))),
      buckets.map((bucket) => tally(bucket, angry(1))),
    );
    expect(found.map((step) => step.answered)).toEqual(answered);
    expect(found.map(({ from }) => from)).toEqual(stretches);
  });

  it('scores each stretch by itself, and has no figure below 5 answers', () => {
    const stretches = [stretch('Monday', 1), stretch('Tuesday', 2)];
    const found = trend(stretches, [tally(1, angry(6)), tally(2, felt('happy', 5, 4))]);
    expect(found).toMatchObject([
      { n: 6, nEff: 6, enough: true, intensity: { value: 100 }, valence: { value: -100 } },
      { n: 4, nEff: 4, enough: false, intensity: null, valence: null },
    ]);
    expect(Object.keys(found[1] ?? {}).sort()).toEqual(
      ['from', 'n', 'nEff', 'enough', 'intensity', 'valence', 'shown', 'answered'].sort(),
    );
  });

  it('puts the buckets of a stretch together before it scores them', () => {
    const found = trend([stretch('week', 1, 7)], [tally(1, angry(3)), tally(7, angry(3))]);
    expect(found).toMatchObject([{ n: 6, enough: true, intensity: { value: 100 } }]);
  });

  it('with stratum prompt counts answers within 20 minutes only, but everybody who was shown it', () => {
    const counts = [angry(6), angry(5, { latencyBin: 1 }), silent('dismissed', 4), angry(2, { prompted: false })];
    const steps = [stretch('today', 1)];
    expect(trend(steps, [tally(1, ...counts)])).toMatchObject([{ n: 13, answered: 13, shown: 15 }]);
    expect(trend(steps, [tally(1, ...counts)], 'prompt')).toMatchObject([{ n: 8, answered: 8, shown: 15 }]);
  });

  it('scores by the conventions that it is given', () => {
    const angerIsGood = { ...conventions, emotionSign: { ...conventions.emotionSign, angry: 1 as const } };
    const found = trend([stretch('today', 1)], [tally(1, angry(6))], undefined, angerIsGood);
    expect(found).toMatchObject([{ valence: { value: 100 } }]);
  });
});
