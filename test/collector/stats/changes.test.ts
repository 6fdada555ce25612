import { describe, expect, it } from 'vitest';
import { changes } from '../../../packages/collector/src/stats/changes.ts';
import { summarize } from '../../../packages/collector/src/stats/summarize.ts';
import type { TallyCount } from '../../../packages/collector/src/tally/tallyCount.ts';
import { declared, felt } from './tallies.ts';

const period = { from: '2026-11-01', to: '2026-11-30', timeZone: 'UTC' };

const rowsOf = (tallies: Record<string, TallyCount[]>) =>
  summarize({
    tallies: Object.entries(tallies).map(([touchpoint, counts]) => ({ touchpoint, passed: 0, counts })),
    touchpoints: Object.keys(tallies).map((key) => declared(key)),
    period,
  }).touchpoints;

const mixed = (strong: number, mild: number) => [felt('angry', 5, strong), felt('angry', 1, mild)];

describe('changes', () => {
  it('is now less before, with an interval around it', () => {
    const [now, before] = [rowsOf({ checkout: mixed(60, 40) }), rowsOf({ checkout: mixed(30, 70) })];
    const change = changes(now, before).get('checkout');
    // 68 less 44; each interval is about 10 wide on either side
    expect(change?.intensity?.value).toBeCloseTo(24, 10);
    expect(change?.intensity?.low).toBeGreaterThan(8);
    expect(change?.intensity?.high).toBeLessThan(40);
    expect(change?.valence?.value).toBeCloseTo(-24, 10);
    expect(change?.intensity).toMatchObject({ significant: true });
  });

  it('calls a change significant less easily where many touchpoints are looked through', () => {
    const [now, before] = [mixed(60, 40), mixed(44, 56)];
    const alone = changes(rowsOf({ checkout: now }), rowsOf({ checkout: before })).get('checkout');
    expect(alone?.intensity).toMatchObject({ significant: true });
    const quiet = Object.fromEntries(Array.from({ length: 9 }, (_, place) => [`quiet-${place}`, mixed(50, 50)]));
    const among = changes(rowsOf({ ...quiet, checkout: now }), rowsOf({ ...quiet, checkout: before })).get('checkout');
    expect(among?.intensity?.p).toBe(alone?.intensity?.p);
    expect(among?.intensity?.adjustedP).toBeCloseTo(10 * Number(alone?.intensity?.p), 10);
    expect(among?.intensity).toMatchObject({ significant: false });
  });

  // scoring.md §4 and §6, computed apart from this code, in Python; a plain z test says .033, .046 and .064
  it.each([
    [45, 0.03745588, true],
    [46, 0.05201346, false],
    [47, 0.070995, false],
  ])('from %i strong answers in a hundred to 60 has p %f: significant is %s', (strong, p, significant) => {
    const [now, before] = [rowsOf({ checkout: mixed(60, 40) }), rowsOf({ checkout: mixed(strong, 100 - strong) })];
    const intensity = changes(now, before).get('checkout')?.intensity;
    expect(intensity?.adjustedP).toBeCloseTo(p, 8);
    expect(intensity?.significant).toBe(significant);
    expect(Number(intensity?.low) > 0).toBe(significant);
  });

  it('is nothing where either period has not enough answers, and does not count among the comparisons', () => {
    const now = rowsOf({ checkout: mixed(60, 40), thin: mixed(2, 2), fresh: mixed(5, 5) });
    const before = rowsOf({ checkout: mixed(30, 70), thin: mixed(50, 50) });
    const found = changes(now, before);
    for (const key of ['thin', 'fresh'])
      expect(found.get(key)).toEqual({ enough: false, intensity: null, valence: null });
    expect(found.get('checkout')?.intensity?.adjustedP).toBe(found.get('checkout')?.intensity?.p);
  });
});
