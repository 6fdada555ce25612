import { describe, expect, test } from 'vitest';
import { reasonNotToAsk, type Wanted } from '../../../packages/widget/src/asking/eligibility.ts';
import type { VisitorMemory } from '../../../packages/widget/src/page.ts';

const now = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;

const rows: [
  name: string,
  wanted: Partial<Wanted>,
  page: Partial<Wanted['page']>,
  VisitorMemory,
  draw: number,
  string?,
][] = [
  ['a first visit is asked', {}, {}, {}, 0.5],
  ['an open prompt is never replaced', {}, { isOpen: () => true }, {}, 0, 'already_asked'],
  ['an open prompt is not replaced by show either', { forced: true }, { isOpen: () => true }, {}, 0, 'already_asked'],
  ['nor by an unexpected interaction', { unexpected: true }, { isOpen: () => true }, {}, 0, 'already_asked'],
  ['a closed prompt is no obstacle', {}, { isOpen: () => false }, {}, 0],
  ['without consent nobody is asked', {}, { consent: false }, {}, 0, 'consent'],
  ['not by show either', { forced: true }, { consent: false }, {}, 0, 'consent'],
  ['show asks whatever the quiet rules say', { forced: true }, {}, { checkout: now + 1 }, 0.9],
  ['an interaction is asked about once', { interaction: 'o1' }, {}, { 'checkout o1': 1 }, 0, 'already_asked'],
  ['also if its id is a number', { interaction: 7 }, {}, { 'checkout 7': 1 }, 0, 'already_asked'],
  ['also if it is unexpected', { interaction: 'o1', unexpected: true }, {}, { 'checkout o1': 1 }, 0, 'already_asked'],
  ['the same id at another touchpoint is another one', { interaction: 'o1' }, {}, { 'support o1': 1 }, 0],
  ['a draw below the sampling is asked', { sampling: 0.2 }, {}, {}, 0.19],
  ['a draw at the sampling is not', { sampling: 0.2 }, {}, {}, 0.2, 'sampled'],
  ['sampling 0 asks nobody', { sampling: 0 }, {}, {}, 0, 'sampled'],
  ['one prompt per page view', {}, { asked: true }, {}, 0, 'already_asked'],
  ['more per page view where no gap is set', { gapMinutes: 0 }, { asked: true }, {}, 0],
  ['the touchpoint cools down', {}, {}, { checkout: now + minute }, 0, 'cooldown'],
  ['until it has cooled down', {}, {}, { checkout: now }, 0],
  ['another touchpoint that cools down is no obstacle', {}, {}, { support: now + minute }, 0],
  ['all touchpoints leave the visitor alone for a while', {}, {}, { '': now + minute }, 0, 'gap'],
  ['then no more', {}, {}, { '': now - 1 }, 0],
  [
    'an unexpected interaction is spared by the quiet rules',
    { unexpected: true },
    { asked: true },
    { checkout: now + minute, '': now + minute },
    0,
  ],
  ['garbage in the memory is no obstacle', {}, {}, { checkout: 'soon' } as unknown as VisitorMemory, 0],
];

describe('whether an interaction is asked about', () => {
  test.each(rows)('%s', (_, wanted, page, memory, draw, reason) => {
    const ask: Wanted = {
      touchpoint: 'checkout',
      interaction: undefined,
      gapMinutes: 60,
      ...wanted,
      page: { consent: true, ...page },
    };
    expect(reasonNotToAsk(ask, memory, now, draw)).toBe(reason);
  });
});
