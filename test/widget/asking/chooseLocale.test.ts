import { expect, test } from 'vitest';
import { promptsByTag } from '../../../packages/widget/promptTags.js';
import { chooseLocale } from '../../../packages/widget/src/asking/chooseLocale.ts';
import { manifest } from '../../support/shop.ts';

const locales = Object.keys(manifest).flatMap((name) => (name.startsWith('prompt.') ? [name.slice(7)] : []));
const prompts = promptsByTag(locales);
const chosen = (...wanted: (string | undefined)[]) => prompts[chooseLocale(wanted, Object.keys(prompts))];

test.each<[string, (string | undefined)[], string]>([
  ['the trigger comes first', ['ca', 'es', 'en'], 'ca'],
  ['then the page', [undefined, 'es', 'en'], 'es'],
  ['an empty lang is none', [undefined, '', 'ca'], 'ca'],
  ['what we do not speak is passed over', ['fi', 'es'], 'es'],
  ['a longer word is no language', ['english', 'fra', 'arc', 'es'], 'es'],
  ['English otherwise', ['fi', undefined], 'en'],
  ['case does not matter', ['PT-br'], 'pt-BR'],
  ['a region is not needed', ['de-AT'], 'de'],
  ['of Spain', ['es-ES'], 'es'],
  ['of no country', ['es'], 'es'],
  ['of Mexico', ['es-MX'], 'es-419'],
  ['of Argentina', ['es-AR', 'es'], 'es-419'],
  ['of Latin America', ['es-419'], 'es-419'],
  ['a Catalan variant', ['ca-valencia'], 'ca'],
  ['all Portuguese is that of Brazil', ['pt'], 'pt-BR'],
  ['also that of Portugal', ['pt-PT'], 'pt-BR'],
  ['Chinese', ['zh'], 'zh-Hans'],
  ['of China', ['zh-CN'], 'zh-Hans'],
  ['of Singapore', ['zh-SG'], 'zh-Hans'],
  ['by its script', ['zh-Hans-CN'], 'zh-Hans'],
  ['who writes traditional characters is not shown simplified ones', ['zh-TW', 'ja'], 'ja'],
  ['nor by the script', ['zh-Hant-HK'], 'en'],
  ['French of Canada', ['fr-CA'], 'fr'],
  ['Arabic of Egypt', ['ar-EG'], 'ar'],
])('%s', (_, wanted, expected) => {
  expect(chosen(...wanted)).toBe(expected);
});

test.each(locales)('%s by its own name', (locale) => {
  expect(chosen(locale)).toBe(locale);
});
