import { expect, test } from 'vitest';
import type { Ask } from '../../../packages/widget/src/ask.ts';
import { quieten } from '../../../packages/widget/src/asking/quieten.ts';
import type { VisitorMemory } from '../../../packages/widget/src/page.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);
const ask = (said: Partial<Ask> = {}) => ({ touchpoint: 'checkout', gapMinutes: 60, dailyCap: 3, ...said }) as Ask;
const earlier = (...hoursAgo: number[]): VisitorMemory =>
  Object.fromEntries(hoursAgo.map((hours) => [`support ${hours}`, now - hours * 3_600_000]));

test.each<[string, Partial<Ask>, VisitorMemory, boolean, VisitorMemory]>([
  ['30 days after a prompt that was not answered', {}, {}, false, { checkout: now + 30 * day }],
  ['14 days after an answer', {}, { checkout: now + 30 * day }, true, { checkout: now + 14 * day }],
  ['as its own rule says', { again: { answeredDays: 1, dismissedDays: 2 } }, {}, true, { checkout: now + day }],
  ['0 days: at once', { again: { answeredDays: 0, dismissedDays: 0 } }, {}, false, { checkout: now }],
  ['an hour between any two', {}, {}, false, { '': now + 3_600_000 }],
  ['no gap', { gapMinutes: 0, dailyCap: 0 }, earlier(3, 2, 1), false, { '': now }],
  [
    'three a day: the third waits for the first to be a day ago',
    {},
    earlier(20, 10),
    false,
    { '': now + 4 * 3_600_000 },
  ],
  ['prompts of other days do not count', {}, earlier(50, 40, 30), false, { '': now + 3_600_000 }],
  ['the interaction is remembered', { interaction: 'o1' }, {}, false, { 'checkout o1': now }],
  ['other touchpoints keep their rest', {}, { support: now + day }, false, { support: now + day }],
])('the visitor is left alone: %s', (_, said, memory, answered, expected) => {
  expect(quieten(memory, ask(said), now, answered)).toMatchObject(expected);
});

test('an answer counts as the prompt that it answers, not as another one', () => {
  const shown = quieten(earlier(20), ask(), now, false);
  expect(Object.keys(quieten(shown, ask(), now, true))).toHaveLength(Object.keys(shown).length);
});

test('the memory does not grow for ever', () => {
  let memory: VisitorMemory = {};
  for (let order = 0; order < 80; order++)
    memory = quieten(memory, ask({ interaction: `o${order}` }), now + order, true);
  expect(Object.keys(memory)).toHaveLength(50 + 2);
  expect(memory).toHaveProperty('checkout o79');
  expect(memory).not.toHaveProperty('checkout o29');
});
