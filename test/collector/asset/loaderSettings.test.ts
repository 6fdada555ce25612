import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import { expect, test } from 'vitest';
import { loaderSettings, promptSettings } from '../../../packages/collector/src/asset/loaderSettings.ts';
import type { Site, Touchpoint } from '../../../packages/collector/src/store/site.ts';

const site = { publicKey: 'pk_test', gapMinutes: 60, dailyCap: 3 } as Site;
const carried = (said: Partial<TouchpointSettings>) => {
  const settings = { ...defaultSettings('checkout'), ...said };
  const touchpoint = { key: 'checkout', version: 2, confirmed: true, settings } as Touchpoint;
  return loaderSettings(site, [touchpoint], 'https://collector.example', 'ask.js').touchpoints.checkout;
};

test.each<Partial<TouchpointSettings>>([
  { triggers: [{ on: 'purchase' }] },
  { unexpected: true },
  { sampling: 0.5 },
  { delayMs: 2_000 },
  { again: { answeredDays: 1, dismissedDays: 2 } },
])('the loader carries what is not the default: %j', (said) => {
  expect(carried(said)).toEqual({ version: 2, ...said });
});

test.each<Partial<TouchpointSettings>>([
  { emotions: 'compact' },
  { strength: false },
  { evaluation: 'nps' },
  { comment: 'off' },
  { reasons: [{ key: 'price', label: { en: 'Price' } }] },
  { wording: { en: { question: 'And?' } } },
  { position: 'top-start' },
])('of the prompt it carries only that there is something to fetch: %j', (said) => {
  expect(carried(said)).toEqual({ version: 2, prompt: true });
  const fetched = promptSettings({ ...defaultSettings('checkout'), ...said });
  if (!said.emotions) expect(fetched).toMatchObject(said);
  else expect(fetched.emotions).toHaveLength(7);
});

test.each<Partial<TouchpointSettings>>([
  {},
  { title: 'Paying', owner: 'Payments', note: 'card form', stage: 'during' },
])('it carries nothing of what is only for managers: %j', (said) => {
  expect(carried(said)).toEqual({ version: 2 });
});
