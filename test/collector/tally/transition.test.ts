import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeltaSum } from '../../../packages/collector/src/tally/deltaSum.ts';
import { cellsOf, type Tallied, transition } from '../../../packages/collector/src/tally/transition.ts';

const small = (max: number) => fc.integer({ min: 0, max });
const hoursOfADay = 2;
const anyMoment = small(3).map((hour) => ({ hour, day: Math.floor(hour / hoursOfADay) }));
const anyRest = fc.record({
  touchpoint: small(2),
  segments: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  version: small(1),
  prompted: small(1),
  test: small(1),
  status: small(3),
  emotion: small(4),
  strength: small(5),
  evaluationScale: small(3),
  evaluationValue: small(10),
  reasons: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  latencyBin: small(9),
});
const anyState: fc.Arbitrary<Tallied> = fc.tuple(anyMoment, anyRest).map(([moment, rest]) => ({ ...moment, ...rest }));

const site = 1;
const tallyOf = (grain: 'hour' | 'day', lives: (Tallied | null)[][]) => {
  const sum = new DeltaSum();
  for (const life of lives) {
    life.forEach((state, place) => {
      for (const delta of transition(life[place - 1] ?? null, state)) sum.add(site, delta);
    });
  }
  return sum.changes(grain);
};

describe('transition', () => {
  it('ends where the last states are counted, whatever they were before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyState, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (lives) => {
        const last = lives.map((life) => [life.at(-1) as Tallied]);
        for (const grain of ['hour', 'day'] as const) expect(tallyOf(grain, lives)).toEqual(tallyOf(grain, last));
      }),
    );
  });

  it('adding an answer moves only its cells, each by one; taking it back leaves no trace', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 8 }), anyState, (others, added) => {
        const lives = others.map((state) => [state]);
        const before = new Map(tallyOf('hour', lives).map(({ key, change }) => [key.join(), change]));
        const after = new Map(tallyOf('hour', [...lives, [added]]).map(({ key, change }) => [key.join(), change]));
        const own = tallyOf('hour', [[added]]);
        for (const { key } of own) {
          expect(after.get(key.join())).toBe((before.get(key.join()) ?? 0) + 1);
          after.delete(key.join());
          before.delete(key.join());
        }
        expect([...after]).toEqual([...before]);
        expect(tallyOf('hour', [...lives, [added, null]])).toEqual(tallyOf('hour', lives));
      }),
    );
  });

  it('counts a response once in all, and once in each of its segments', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const felt = cellsOf(state).filter(({ scale }) => scale === 0);
        expect(felt.map(({ segment }) => segment)).toEqual([0, ...state.segments]);
        const perSegment = 1 + Math.sign(state.evaluationScale) + state.reasons.length;
        expect(cellsOf(state)).toHaveLength(perSegment * (1 + state.segments.length));
      }),
    );
  });
});
