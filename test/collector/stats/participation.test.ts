import { describe, expect, it } from 'vitest';
import { participation, responseRate } from '../../../packages/collector/src/stats/participation.ts';
import { felt, silent } from './tallies.ts';

const nobody = { shown: 0, dismissed: 0, abandoned: 0, answered: 0, promptedAnswers: 0 };

describe('participation', () => {
  it.each([
    ['an answer with an emotion', felt('happy', 5, 3), { shown: 3, answered: 3, promptedAnswers: 3 }],
    ['an answer that a backend told', felt('happy', 5, 3, { prompted: false }), { answered: 3 }],
    ['an answer without an emotion', silent('answered', 3), { shown: 3 }],
    ['a prompt that was only shown', silent('shown', 3), { shown: 3 }],
    ['one that was shown, and left after an emotion', felt('angry', 5, 3, { status: 'shown' }), { shown: 3 }],
    ['a dismissed prompt', silent('dismissed', 3), { shown: 3, dismissed: 3 }],
    ['what a backend says was dismissed', silent('dismissed', 3, { prompted: false }), { dismissed: 3 }],
    ['an abandoned prompt', silent('abandoned', 3), { shown: 3, abandoned: 3 }],
    [
      'one that was abandoned with an emotion',
      felt('angry', null, 3, { status: 'abandoned' }),
      { shown: 3, abandoned: 3 },
    ],
    ['a reason, whose response stands in a felt cell too', felt('happy', null, 3, { scale: 'reason' }), {}],
    ['a rating, whose response stands in a felt cell too', felt('happy', 5, 3, { scale: 'nps' }), {}],
  ])('of %s', (_, cell, counted) => {
    expect(participation([cell])).toEqual({ ...nobody, ...counted });
  });

  it('adds up', () => {
    const counts = [felt('happy', 5, 3), felt('sad', 1, 4), silent('dismissed', 5), silent('dismissed', 1)];
    expect(participation(counts)).toEqual({
      shown: 13,
      dismissed: 6,
      abandoned: 0,
      answered: 7,
      promptedAnswers: 7,
    });
    expect(participation([])).toEqual(nobody);
  });
});

describe('responseRate', () => {
  it('is of those who were shown a prompt, those who said what they felt', () => {
    const told = felt('happy', 4, 3, { prompted: false });
    const counts = [
      felt('frustrated', 5, 11),
      told,
      silent('answered', 2),
      silent('shown', 24),
      silent('dismissed', 7),
    ];
    expect(responseRate(counts)).toBe(11 / 44);
  });

  it('is nothing where nothing was shown', () => {
    expect(responseRate([felt('happy', 5, 3, { prompted: false })])).toBeNull();
  });
});
