import { readdirSync } from 'node:fs';
import { emotions } from '@vivencia/contract/emotion';
import { evaluationScales } from '@vivencia/contract/scale';
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
    for (const scale of evaluationScales) expect(words.ratings[scale]).toHaveLength(3);
    const said = Object.values(words).flatMap((text) =>
      typeof text === 'string' ? text : Object.values(text as Record<string, string | string[]>).flat(),
    );
    expect(said.filter((text) => !text.trim() || text !== text.trim() || text !== text.normalize())).toEqual([]);
    expect(dir).toBe(new Intl.Locale(locale).language === 'ar' ? 'rtl' : undefined);
  });

  test('has a word of its own for each feeling, each strength, and both ends of a scale', async () => {
    const { emotions, strengths, ratings } = await wordsIn(locale);
    for (const words of Object.values(ratings)) expect(new Set(words).size).toBe(3);
    expect(new Set(Object.values(emotions)).size).toBe(Object.keys(emotions).length);
    expect(new Set(strengths).size).toBe(5);
  });

  test('is in no other language by mistake', async () => {
    const said = ({ question, comment, thanks, ratings }: Words) => [
      ...[question, comment, thanks],
      ...Object.values(ratings).map(([question]) => question),
    ];
    const others = await Promise.all(locales.filter((other) => other.slice(0, 2) !== locale.slice(0, 2)).map(wordsIn));
    const elsewhere = others.flatMap(said);
    expect(said(await wordsIn(locale)).filter((text) => elsewhere.includes(text))).toEqual([]);
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
