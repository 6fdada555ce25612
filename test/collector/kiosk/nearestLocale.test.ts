import { expect, test } from 'vitest';
import { nearestLocale } from '../../../packages/collector/src/kiosk/nearestLocale.ts';

const there = ['en', 'es', 'es-419', 'pt-BR', 'zh-Hans', 'fr'];

test.each([
  [['fr-CA'], 'fr'],
  [['FR'], 'fr'],
  [['sv', 'es'], 'es'],
  [['es-ES'], 'es'],
  [['es-MX'], 'es-419'],
  [['es-419'], 'es-419'],
  [['pt'], 'pt-BR'],
  [['pt-PT'], 'pt-BR'],
  [['zh-CN'], 'zh-Hans'],
  [['zh-TW', 'fr'], 'fr'],
  [['sv'], 'en'],
  [[], 'en'],
])('%j is answered in %s', (wanted, locale) => {
  expect(nearestLocale(wanted, there)).toBe(locale);
});
