import { describe, expect, it } from 'vitest';
import { Figures } from '../../../packages/collector/src/page/kit/figures.ts';
import { languages } from '../../../packages/collector/src/page/kit/language.ts';
import { ordinalIn } from '../../../packages/collector/src/page/kit/ordinal.ts';

const places = [1, 2, 3, 4, 5, 10, 11, 12, 13, 21, 22, 23, 24, 101, 111];

describe('ordinalIn', () => {
  it.each([
    ['en', '1st 2nd 3rd 4th 5th 10th 11th 12th 13th 21st 22nd 23rd 24th 101st 111th'],
    ['en-GB', '1st 2nd 3rd 4th 5th 10th 11th 12th 13th 21st 22nd 23rd 24th 101st 111th'],
    ['es', '1.º 2.º 3.º 4.º 5.º 10.º 11.º 12.º 13.º 21.º 22.º 23.º 24.º 101.º 111.º'],
    ['es-AR', '1.º 2.º 3.º 4.º 5.º 10.º 11.º 12.º 13.º 21.º 22.º 23.º 24.º 101.º 111.º'],
    ['ca', '1r 2n 3r 4t 5è 10è 11è 12è 13è 21è 22è 23è 24è 101è 111è'],
    ['ca-ES', '1r 2n 3r 4t 5è 10è 11è 12è 13è 21è 22è 23è 24è 101è 111è'],
  ])('%s', (locale, written) => {
    expect(places.map(ordinalIn(locale)).join(' ')).toBe(written);
  });
});

describe('ranks', () => {
  it.each([
    ['en', 2, 4, '2–4', '2nd–4th', '2nd–4th of 11'],
    ['en', 3, 3, '3', '3rd', '3rd of 11'],
    ['es', 2, 5, '2–5', '2.º–5.º', '2.º–5.º de 11'],
    ['ca', 2, 5, '2–5', '2n–5è', '2n–5è d’11'],
  ] as const)('%s %i %i: %s, %s', (language, low, high, plain, ordinal, of) => {
    const figures = new Figures(language);
    expect(figures.ranks({ low, high })).toBe(plain);
    expect(figures.ordinalRanks({ low, high })).toBe(ordinal);
    expect(languages[language].ranksOf(ordinal, 11)).toBe(of);
  });

  it('Catalan elides only where one would', () => {
    expect(languages.ca.ranksOf('2n', 7)).toBe('2n de 7');
  });
});
