import type { Emotion } from '@vivencia/contract/emotion';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { reversals } from '../../../packages/collector/src/stats/simpson.ts';
import type { JointGroup, JointQuery } from '../../../packages/collector/src/store/jointAnswers.ts';

const group = (values: number[], emotion: Emotion, strength: number | null, count: number): JointGroup => ({
  values,
  emotion,
  strength,
  latencyBin: 0,
  count,
});

/** UCBAdmissions, as R has it: admitted and rejected men, then women, by department. */
const berkeley = [
  ['A', 512, 313, 89, 19],
  ['B', 353, 207, 17, 8],
  ['C', 120, 205, 202, 391],
  ['D', 138, 279, 131, 244],
  ['E', 53, 138, 94, 299],
  ['F', 22, 351, 24, 317],
] as const;

const admissions = berkeley.flatMap(([, menIn, menOut, womenIn, womenOut], department) => [
  group([0, department], 'happy', 5, menIn),
  group([0, department], 'indifferent', null, menOut),
  group([1, department], 'happy', 5, womenIn),
  group([1, department], 'indifferent', null, womenOut),
]);

const sexAndDepartment: JointQuery['segments'] = [
  { name: 'sex', values: ['men', 'women'] },
  { name: 'department', values: berkeley.map(([name]) => name) },
];

describe('a paradox', () => {
  it('is found in UCBAdmissions (Bickel, Hammel & O’Connell 1975)', () => {
    const [found] = reversals(sexAndDepartment, admissions);
    expect(found).toMatchObject({
      segment: 'sex',
      higher: 'men',
      lower: 'women',
      by: 'department',
      measure: 'valence',
    });
    // 1198/2691 − 557/1835, and standardised to all applicants: −.0426, worked out by hand from the same table.
    expect(found?.overall.value).toBeCloseTo(100 * (1198 / 2691 - 557 / 1835), 10);
    expect(found?.standardised.value).toBeCloseTo(-4.26, 2);
    expect(found?.standardised.high).toBeLessThan(0);
    expect(found?.strata.map(({ value, higher, lower }) => [value, higher.n, lower.n])).toEqual(
      berkeley.map(([name, a, b, c, d]) => [name, a + b, c + d]),
    );
  });

  it('is none where the mix explains nothing', () => {
    const sameMix = berkeley.flatMap((_, department) => [
      group([0, department], 'happy', 5, 60),
      group([0, department], 'indifferent', null, 40),
      group([1, department], 'happy', 5, 30),
      group([1, department], 'indifferent', null, 70),
    ]);
    expect(reversals(sexAndDepartment, sameMix)).toEqual([]);
  });

  it('is none where the other segment is known of few', () => {
    const mostlyUnknown = [
      ...admissions,
      group([0, -1], 'happy', 5, 2_000),
      group([0, -1], 'indifferent', null, 2_500),
      group([1, -1], 'happy', 5, 800),
      group([1, -1], 'indifferent', null, 1_800),
    ];
    expect(reversals(sexAndDepartment, mostlyUnknown)).toEqual([]);
  });

  it('is none without answers', () => {
    expect(reversals([], [])).toEqual([]);
    expect(reversals(sexAndDepartment, [])).toEqual([]);
    expect(reversals(sexAndDepartment, [group([0, 0], 'happy', 5, 3), group([1, 0], 'angry', 5, 3)])).toEqual([]);
  });
});

describe('chance', () => {
  const random = xoroshiro128plus(20_261_122);
  const uniform = () => (random.next() >>> 0) / 2 ** 32;
  const feelings = [
    ['happy', 4],
    ['relieved', 3],
    ['indifferent', null],
    ['disappointed', 3],
    ['frustrated', 5],
    ['happy', 2],
  ] as const;
  const names = ['channel', 'device', 'locale', 'plan'];
  const segments = names.map((name, index) => ({ name, values: ['a', 'b', 'c', 'd'].slice(0, 2 + (index % 3)) }));

  /** The answers of a page, whose feelings depend on one segment alone, or on none. */
  function page(answers: number, { mixed }: { mixed: boolean }): JointGroup[] {
    const groups = new Map<string, JointGroup>();
    for (let answer = 0; answer < answers; answer++) {
      const cause = uniform() < 0.5 ? 0 : 1;
      // With a mix, what stands beside the cause goes with it, more or less: then it differs overall, by the mix alone.
      const values = segments.map(({ values: all }, index) =>
        index === 1 ? cause : mixed && uniform() < 0.5 ? cause : Math.floor(uniform() * all.length),
      );
      const better = mixed && cause === 1;
      const place = Math.floor(uniform() * (better ? 3 : 6));
      const [emotion, strength] = feelings[place] as (typeof feelings)[number];
      const key = `${values} ${place}`;
      const known = groups.get(key) ?? group(values, emotion, strength, 0);
      known.count++;
      groups.set(key, known);
    }
    return [...groups.values()];
  }

  const pages = 100;
  it.each([
    ['nothing depends on anything', 300, false],
    ['nothing depends on anything', 3_000, false],
    ['the mix explains all, and turns nothing round', 300, true],
    ['the mix explains all, and turns nothing round', 3_000, true],
  ])('warns on at most 5 of 100 pages: %s, %i answers', (_, answers, mixed) => {
    let warned = 0;
    for (let each = 0; each < pages; each++)
      warned += Math.min(1, reversals(segments, page(answers, { mixed })).length);
    expect(warned / pages).toBeLessThanOrEqual(0.05);
  });
});
