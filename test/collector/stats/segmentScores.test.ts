import type { Emotion } from '@vivencia/contract/emotion';
import { expect, it } from 'vitest';
import { reasonsByFeeling } from '../../../packages/collector/src/stats/reasonsByFeeling.ts';
import { mostValues, segmentScores } from '../../../packages/collector/src/stats/segmentScores.ts';
import type { TallyCount } from '../../../packages/collector/src/tally/tallyCount.ts';

const cell = (count: number, emotion: Emotion, more: Partial<TallyCount> = {}): TallyCount => ({
  status: 'answered',
  prompted: true,
  scale: 'felt',
  emotion,
  rating: 4,
  reason: null,
  latencyBin: 0,
  count,
  ...more,
});

it('puts the values of each segment side by side, most answers first', () => {
  const scores = segmentScores([
    { name: 'plan', value: 'free', counts: [cell(3, 'angry')] },
    { name: 'plan', value: 'pro', counts: [cell(9, 'happy'), cell(5, 'happy', { status: 'dismissed' })] },
    { name: 'channel', value: 'web', counts: [cell(6, 'angry')] },
    { name: 'channel', value: 'app', counts: [cell(6, 'angry', { status: 'shown' })] },
  ]);
  expect(scores).toMatchObject([
    { name: 'channel', values: [{ value: 'web', answered: 6, n: 6, enough: true }], others: null },
    {
      name: 'plan',
      values: [
        { value: 'pro', answered: 9, enough: true, intensity: { value: 80 }, valence: { value: 80 } },
        { value: 'free', answered: 3, enough: false, intensity: null, valence: null },
      ],
      others: null,
    },
  ]);
});

it('folds the rarest values, and never a single one', () => {
  const many = (count: number) =>
    segmentScores(
      Array.from({ length: count }, (_, n) => ({ name: 'shop', value: `no. ${n}`, counts: [cell(100 - n, 'happy')] })),
    )[0];
  expect(many(mostValues + 1)).toMatchObject({ values: { length: mostValues + 1 }, others: null });
  expect(many(mostValues + 3)).toMatchObject({
    values: { length: mostValues },
    others: { values: 3, answered: 92 + 91 + 90, enough: true },
  });
});

it('scores the answers of a stratum only', () => {
  const counts = [cell(9, 'happy'), cell(9, 'angry', { latencyBin: 5 })];
  expect(segmentScores([{ name: 'plan', value: 'pro', counts }], 'prompt')[0]?.values[0]).toMatchObject({
    answered: 9,
    valence: { value: 80 },
  });
});

it('tells with which feelings each reason was chosen', () => {
  const reason = (key: string) => ({ scale: 'reason', rating: null, reason: key }) as const;
  const counts = [
    cell(9, 'happy'),
    cell(2, 'happy', reason('price')),
    cell(5, 'angry', reason('form')),
    cell(1, 'angry', { ...reason('form'), latencyBin: 3 }),
    cell(4, 'frustrated', reason('form')),
    cell(4, 'frustrated', { ...reason('form'), status: 'abandoned' }),
  ];
  expect(reasonsByFeeling(counts)).toEqual([
    {
      reason: 'form',
      count: 10,
      feelings: [
        { emotion: 'angry', count: 6 },
        { emotion: 'frustrated', count: 4 },
      ],
    },
    { reason: 'price', count: 2, feelings: [{ emotion: 'happy', count: 2 }] },
  ]);
  expect(reasonsByFeeling(counts, 'prompt')[0]?.count).toBe(9);
});
