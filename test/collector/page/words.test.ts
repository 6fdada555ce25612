import { emotions } from '@vivencia/contract/emotion';
import { describe, expect, it } from 'vitest';
import { Figures } from '../../../packages/collector/src/page/kit/figures.ts';
import { chooseLanguage, languages } from '../../../packages/collector/src/page/kit/language.ts';

describe('chooseLanguage', () => {
  it.each([
    [undefined, undefined, 'en', 'en'],
    [undefined, 'en-GB,en;q=0.9', 'en', 'en-GB'],
    [undefined, 'gl, ca-ES;q=0.8, en;q=0.5', 'ca', 'ca-ES'],
    [undefined, 'en;q=0.5, es;q=0.8', 'es', 'es'],
    [undefined, 'es-AR', 'es-419', 'es-AR'],
    [undefined, 'es-419', 'es-419', 'es-419'],
    [undefined, 'es;q=0, ca;q=0.1', 'ca', 'ca'],
    [undefined, 'fr, *;q=0.5', 'en', 'en'],
    [undefined, ';;;,,q=x', 'en', 'en'],
    ['ca', 'en-GB', 'ca', 'ca'],
    ['en', 'es, en-GB;q=0.5', 'en', 'en-GB'],
    ['<x>', 'es', 'es', 'es'],
  ])('asked %j, accepted %j: %s, written as in %s', (asked, accepted, language, locale) => {
    expect(chooseLanguage(asked, accepted)).toEqual({ language, locale });
  });
});

describe('the words', () => {
  it.each(Object.entries(languages))('%s names every emotion', (_, words) => {
    for (const emotion of emotions) {
      expect(words.emotion[emotion]).toBeTruthy();
      expect(words.feeling[emotion]).toBeTruthy();
    }
  });

  it('are the product’s own', () => {
    const { es, ca } = languages;
    expect([es.touchpoint, es.emotionalIntensity, es.emotionalBalance, es.dismissed, es.abandoned]).toEqual([
      'Punto de contacto',
      'Índice de impacto emocional',
      'Balance emocional',
      'Cerradas',
      'A medias',
    ]);
    expect([ca.touchpoint, ca.emotionalIntensity, ca.emotionalBalance, ca.dismissed, ca.abandoned]).toEqual([
      'Punt de contacte',
      'Índex d’impacte emocional',
      'Balanç emocional',
      'Tancades',
      'A mitges',
    ]);
  });
});

describe('Figures', () => {
  it.each([
    ['en', '71', '64–77', '+34', '−49', '−58 … −41', '471.2', '54%', '12,345'],
    ['es', '71', '64–77', '+34', '−49', '−58 … −41', '471,2', '54\u00a0%', '12.345'],
    ['ca', '71', '64–77', '+34', '−49', '−58 … −41', '471,2', '54\u00a0%', '12.345'],
  ])('are written as people read them in %s', (locale, ...expected) => {
    const figures = new Figures(locale);
    expect([
      figures.whole(71.4),
      figures.interval({ low: 63.9, high: 77.2 }),
      figures.signed(34),
      figures.signed(-49),
      figures.signedInterval({ low: -58, high: -41 }),
      figures.decimal(471.2),
      figures.percent(0.541),
      figures.whole(12_345),
    ]).toEqual(expected);
  });

  it('a little below zero is no minus zero', () => {
    expect(new Figures('en').whole(-0.2)).toBe('0');
    expect(new Figures('en').signed(-0.2)).toBe('0');
  });
});
