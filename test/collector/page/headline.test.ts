import type { Emotion } from '@vivencia/contract/emotion';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delivery } from '../../support/delivery.ts';
import { headlineOf, leadOf, read } from './readPage.ts';
import { type TestPages, testPages } from './testPages.ts';

let tested: TestPages;
beforeEach(async () => {
  tested = await testPages();
});
afterEach(() => tested.remove());

const answer: TestPages['answer'] = (...given) => tested.answer(...given);
const pageOf: TestPages['page'] = (...given) => tested.page(...given);

describe('the headline', () => {
  it('says which touchpoint moves people most, how much, and mostly with what', async () => {
    await answer(40, 'frustrated', 5);
    await answer(10, 'happy', 4);
    await answer(60, 'calm', 2, { touchpoint: 'support-chat' });
    expect(headlineOf(await pageOf())).toBe('Checkout moves people most, 96 of 100, mostly frustration.');
  });

  it('does not say most where the difference may be chance', async () => {
    await answer(5, 'angry', 4);
    await answer(5, 'calm', 3, { touchpoint: 'support-chat' });
    expect(headlineOf(await pageOf())).toBe(
      'Checkout comes first, 80 of 100, mostly anger; Support chat may move people as much.',
    );
  });

  it('says most where the difference is sure, though the intervals overlap', async () => {
    // 72 (62–80) and 60 (54–66): 12 apart (1–22)
    for (const [count, strength] of [
      [12, 5],
      [12, 4],
      [10, 3],
      [6, 1],
    ] as const)
      await answer(count, 'angry', strength);
    for (const [count, strength] of [
      [12, 4],
      [16, 3],
      [12, 2],
    ] as const) {
      await answer(count, 'calm', strength, { touchpoint: 'support-chat' });
    }
    expect(headlineOf(await pageOf())).toBe('Checkout moves people most, 72 of 100, mostly anger.');
  });

  it('names how many may move people as much', async () => {
    await answer(5, 'angry', 4);
    await answer(5, 'calm', 3, { touchpoint: 'support-chat' });
    await answer(5, 'calm', 3, { touchpoint: 'tour' });
    expect(headlineOf(await pageOf())).toContain('; Support chat and 1 other may move people as much.');
    expect(headlineOf(await pageOf('/?lang=es'))).toContain('; «Support chat» y 1 más podrían impactar igual.');
  });

  it('names no feeling where two are as frequent', async () => {
    await answer(5, 'angry', 5);
    await answer(5, 'happy', 5);
    const page = await pageOf();
    expect(headlineOf(page)).toBe('Checkout moves people 100 of 100, with mixed feelings.');
    expect(read(page)).toMatch(/Mixed ?10/);
  });

  it('says what is missing where answers have no strength', async () => {
    await answer(3, 'happy', 4);
    await answer(2, 'sad', null);
    expect(read(await pageOf())).toContain('2 more with a strength, and it gets a figure');
  });

  it('compares nothing where there is only one, and says most often for less than half', async () => {
    await answer(4, 'angry', 5);
    await answer(3, 'happy', 5);
    await answer(3, 'sad', 5);
    expect(headlineOf(await pageOf())).toBe('Checkout moves people 100 of 100, most often anger.');
  });

  it('speaks Spanish and Catalan', async () => {
    await answer(40, 'angry', 5);
    await answer(40, 'calm', 2, { touchpoint: 'support-chat' });
    expect(headlineOf(await pageOf('/', { 'accept-language': 'es-ES,es;q=0.9' }))).toBe(
      '«Checkout» es lo que más impacta: 100 de 100, sobre todo enfado.',
    );
    expect(headlineOf(await pageOf('/', { 'accept-language': 'es-MX' }))).toContain('sobre todo enojo');
    expect(headlineOf(await pageOf('/?lang=ca'))).toBe('«Checkout» és el que més impacta: 100 de 100, sobretot enuig.');
  });

  it.each([
    ['en', 'Ratings, but no feelings yet.', 'Rated, but nobody has said what they felt'],
    ['es', 'Hay valoraciones, pero aún ningún sentimiento.', 'Hay valoraciones, pero nadie ha dicho qué sintió'],
    ['ca', 'Hi ha valoracions, però encara cap sentiment.', 'Hi ha valoracions, però ningú no ha dit què ha sentit'],
  ])('does not take ratings without a feeling for silence (%s)', async (language, headline, row) => {
    const rated = { status: 'answered', evaluation: { scale: 'nps', value: 9 } } as const;
    await tested.store.recordStates(
      Array.from({ length: 20 }, () => delivery(tested.site.id, rated, { fromBackend: true })),
    );
    const page = await pageOf(`/?lang=${language}`);
    expect(headlineOf(page)).toBe(headline);
    expect(read(page)).toContain(row);
    expect(read(page)).toContain('+100');
  });

  it('claims nothing from few answers', async () => {
    await answer(4, 'angry', 5);
    const page = await pageOf();
    expect(headlineOf(page)).toBe('Not enough answers yet.');
    expect(read(page)).toContain('1 more answer, and it gets a figure');
    expect(read(page)).not.toContain('NaN');
  });
});

type Answers = [count: number, emotion: Emotion, strength: number | null][];

/** As spread as answers get: some as strong as can be, the others nothing. */
const spread = (strong: number, count: number): Answers => [
  [strong, 'angry', 5],
  [count - strong, 'indifferent', null],
];
const alike: Answers = [
  [6, 'angry', 5],
  [4, 'angry', 1],
];

async function answerAll(answers: Record<string, Answers>) {
  for (const [touchpoint, given] of Object.entries(answers)) {
    for (const [count, emotion, strength] of given) await answer(count, emotion, strength, { touchpoint });
  }
}

const notSeparable = 'These touchpoints cannot be told apart yet.';

describe('the headline says most only of what is apart', () => {
  const most = 'Checkout moves people most, ';
  const mayToo = (value: number, others: string) =>
    `Checkout comes first, ${value} of 100, mostly anger; ${others} may move people as much.`;

  it.each<[string, Record<string, Answers>, string, boolean]>([
    [
      'three apart by rank and by interval',
      { checkout: [[40, 'angry', 5]], support: [[40, 'calm', 3]], tour: [[40, 'calm', 1]] },
      `${most}100 of 100, mostly anger.`,
      true,
    ],
    [
      'apart by rank, but few spread answers make the first’s own interval wide',
      {
        checkout: [
          [4, 'angry', 5],
          [2, 'angry', 2],
        ],
        support: [[60, 'calm', 2]],
      },
      mayToo(80, 'Support'),
      true,
    ],
    [
      'apart by interval, but not by rank, because another’s answers spread so much',
      {
        checkout: [[20, 'angry', 5]],
        support: [
          [15, 'calm', 4],
          [5, 'calm', 3],
        ],
        tour: spread(100, 200),
      },
      mayToo(100, 'Support'),
      true,
    ],
    [
      'the first in order has not the highest value, which stands on few answers',
      {
        checkout: spread(80, 100),
        support: [[5, 'calm', 5]],
        tour: spread(60, 100),
        search: spread(50, 100),
      },
      mayToo(80, 'Support'),
      true,
    ],
    [
      'two of which neither is above the other',
      { checkout: alike, support: spread(5, 10) },
      mayToo(68, 'Support'),
      false,
    ],
    [
      'four that differ no more than chance would have it',
      { checkout: alike, support: spread(5, 10), tour: spread(5, 10), search: spread(5, 10) },
      mayToo(68, 'Search and 2 others'),
      false,
    ],
    [
      'one in 32 stands out, but all of them together differ no more than chance would have it',
      {
        checkout: spread(27, 30),
        ...Object.fromEntries(
          Array.from({ length: 31 }, (_, index): [string, Answers] => [`place-${10 + index}`, spread(12, 30)]),
        ),
      },
      mayToo(90, 'Place 10 and 30 others'),
      false,
    ],
    [
      'one alone',
      { checkout: alike, support: [[4, 'calm', 5]] },
      'Checkout moves people 68 of 100, mostly anger.',
      true,
    ],
  ])('%s', async (_, answers, headline, apart) => {
    await answerAll(answers);
    const page = await pageOf();
    expect(headlineOf(page)).toBe(headline);
    expect(leadOf(page).startsWith(`${notSeparable} `)).toBe(!apart);
    expect(read(page).includes(notSeparable)).toBe(!apart);
  });

  it.each([
    ['es', '«Checkout» encabeza la lista: 68 de 100, sobre todo enfado; «Support» podría impactar igual.'],
    ['ca', '«Checkout» encapçala la llista: 68 de 100, sobretot enuig; «Support» podria impactar igual.'],
  ])('and claims no more in %s', async (lang, text) => {
    await answerAll({ checkout: alike, support: alike });
    expect(headlineOf(await pageOf(`/?lang=${lang}`))).toBe(text);
  });

  it.each([
    ['es', 'Estos puntos de contacto aún no se distinguen entre sí. '],
    ['ca', 'Aquests punts de contacte encara no es distingeixen entre ells. '],
  ])('and that nothing is apart in %s too', async (lang, text) => {
    await answerAll({ checkout: alike, support: alike });
    expect(leadOf(await pageOf(`/?lang=${lang}`))).toContain(text);
  });
});
