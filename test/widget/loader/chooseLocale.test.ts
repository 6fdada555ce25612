import { expect, test } from 'vitest';
import { chooseLocale } from '../../../packages/widget/src/loader/chooseLocale.ts';

test.each<[string, (string | undefined)[], string[], string]>([
  ['the trigger comes first', ['ca', 'es', 'en'], ['en', 'es', 'ca'], 'ca'],
  ['then the page', [undefined, 'es', 'en'], ['en', 'es', 'ca'], 'es'],
  ['an empty lang is none', [undefined, '', 'ca'], ['en', 'es', 'ca'], 'ca'],
  ['a region is not needed', ['es-MX'], ['en', 'es'], 'es'],
  ['a region is preferred where there is one', ['es-419'], ['es-419', 'es'], 'es-419'],
  ['case does not matter', ['PT-br'], ['en', 'pt-BR'], 'pt-BR'],
  ['what we do not speak is passed over', ['fr', 'es'], ['en', 'es'], 'es'],
  ['a longer word is no language', ['english'], ['es', 'en'], 'en'],
  ['English otherwise', ['fr', undefined], ['ca', 'en'], 'en'],
])('%s', (_, wanted, available, expected) => {
  expect(chooseLocale(wanted, available)).toBe(expected);
});
