import { readdirSync } from 'node:fs';
import { emotions } from '@vivencia/contract/emotion';
import { describe, expect, test } from 'vitest';
import { inLocale } from '../../../packages/widget/src/locale/inLocale.ts';
import type { Words } from '../../../packages/widget/src/locale/words.ts';
import { manifest } from '../../support/shop.ts';

const folder = new URL('../../../packages/widget/src/locale/', import.meta.url);
const locales = readdirSync(folder)
  .map((file) => file.replace('.ts', ''))
  .filter((name) => !['words', 'inLocale'].includes(name));

const wordsIn = async (locale: string): Promise<Words> => (await import(`${folder}${locale}.ts`)).words;
const english = await wordsIn('en');

test('each locale has a prompt', () => {
  const built = Object.keys(manifest).flatMap((name) => (name.startsWith('prompt.') ? [name.slice(7)] : []));
  expect(built.sort()).toEqual(locales.sort());
  expect(built).toHaveLength(16);
});

describe.each(locales)('%s', (locale) => {
  test('says everything', async () => {
    const { dir, ...words } = await wordsIn(locale);
    expect(Object.keys(words)).toEqual(Object.keys(english));
    expect(Object.keys(words.emotions)).toEqual(emotions);
    expect(words.strengths).toHaveLength(5);
    const said = Object.values(words).flatMap((text) => (typeof text === 'string' ? text : Object.values(text)));
    expect(said.filter((text) => !text.trim() || text !== text.trim() || text !== text.normalize())).toEqual([]);
    expect(dir).toBe(new Intl.Locale(locale).language === 'ar' ? 'rtl' : undefined);
  });

  test('has a word of its own for each feeling and each strength', async () => {
    const { emotions, strengths } = await wordsIn(locale);
    expect(new Set(Object.values(emotions)).size).toBe(Object.keys(emotions).length);
    expect(new Set(strengths).size).toBe(5);
  });

  test('is in no other language by mistake', async () => {
    const { question, comment, thanks } = await wordsIn(locale);
    const others = await Promise.all(locales.filter((other) => other.slice(0, 2) !== locale.slice(0, 2)).map(wordsIn));
    const elsewhere = others.flatMap((words) => [words.question, words.comment, words.thanks]);
    expect([question, comment, thanks].filter((text) => elsewhere.includes(text))).toEqual([]);
  });
});

test.each([
  ['es-419', { es: 'a', 'es-419': 'b' }, 'b'],
  ['es-419', { es: 'a' }, 'a'],
  ['es', { 'es-419': 'b' }, undefined],
  ['zh-Hans', { zh: 'c' }, 'c'],
])('what is said for %s, of %j', (locale, said, expected) => {
  expect(inLocale<string>(said as Record<string, string>, locale)).toBe(expected);
});
