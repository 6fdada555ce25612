import { expect, test } from 'vitest';
import { readBuiltWidget } from '../../../packages/collector/src/asset/builtWidget.ts';
import { chooseLocale } from '../../../packages/collector/src/asset/chooseLocale.ts';

const { prompts } = readBuiltWidget();

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
  [[null, undefined, 'ca'], 'ca'],
  [['frx'], 'en'],
  [['sv'], 'en'],
  [[], 'en'],
])('%j is answered in %s', (wanted, locale) => {
  expect(chooseLocale(wanted, prompts)).toBe(locale);
});
