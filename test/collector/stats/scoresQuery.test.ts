import { describe, expect, it } from 'vitest';
import { InvalidQuery } from '../../../packages/collector/src/stats/invalidQuery.ts';
import { readScoresQuery } from '../../../packages/collector/src/stats/scoresQuery.ts';

const now = Date.parse('2026-11-22T18:00:00Z');

describe('readScoresQuery', () => {
  it.each([
    ['a segment', { segment: 'plan:pro' }, { segment: { name: 'plan', value: 'pro' } }],
    ['a colon in the value', { segment: 'plan:a:b' }, { segment: { name: 'plan', value: 'a:b' } }],
    ['a value in NFD', { segment: 'city:Lleo\u0301' }, { segment: { name: 'city', value: 'Lle\u00f3' } }],
    ['the stratum', { stratum: 'prompt' }, { stratum: 'prompt' }],
    ['a version', { version: '3' }, { version: 3 }],
    ['the site’s own time zone', { timeZone: 'UTC' }, {}],
    ['the comparison', { compare: 'before' }, { compare: 'before' }],
    ['test answers', { test: '1' }, { test: true }],
  ])('reads %s', (_, parameters, expected) => {
    expect(readScoresQuery(parameters, now, 'UTC')).toEqual({ fromDay: 20750, toDay: 20779, ...expected });
  });

  it.each([
    ['a segment without a value', { segment: 'plan:' }, ['segment']],
    ['a segment without a name', { segment: ':pro' }, ['segment']],
    ['a segment without a colon', { segment: 'plan' }, ['segment']],
    ['an unknown stratum', { stratum: 'late' }, ['stratum']],
    ['a version that is no number', { version: '1e3' }, ['version']],
    ['test that is neither', { test: 'yes' }, ['test']],
    ['an unknown channel', { segment: 'channel:fax' }, ['segment']],
    ['a time zone that there is not', { timeZone: 'Mars/Olympus' }, ['timeZone']],
    ['another time zone than the site’s', { timeZone: 'Europe/Madrid' }, ['timeZone']],
    ['a comparison with something else', { compare: 'after' }, ['compare']],
    ['everything at once', { from: 'x', segment: 'x', test: 'x' }, ['from', 'segment', 'test']],
  ])('refuses %s', (_, parameters, paths) => {
    let refused: unknown;
    try {
      readScoresQuery(parameters, now, 'UTC');
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InvalidQuery);
    expect((refused as InvalidQuery).errors.map(({ path }) => path)).toEqual(paths);
  });
});
