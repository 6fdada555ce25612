import { emotionSets } from '@vivencia/contract/emotionSet';
import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, rowsOf } from './readPage.ts';
import { type TestPages, testPages } from './testPages.ts';

let tested: TestPages;
beforeEach(async () => {
  tested = await testPages();
});
afterEach(() => tested.remove());

const rows = async (path?: string) => rowsOf(await tested.page(path));

/** As spread as answers get: a share of them as strong as can be, the others nothing. */
async function spread(touchpoint: string, strong: number, count: number) {
  await tested.answer(strong, 'angry', 5, { touchpoint });
  await tested.answer(count - strong, 'indifferent', null, { touchpoint });
}

/** Four of which the second has the highest value, from few answers. */
async function fewAnswersHighest() {
  await spread('checkout', 80, 100);
  await spread('support', 5, 5);
  await spread('search', 60, 100);
  await spread('tour', 50, 100);
}

describe('the rank of a row', () => {
  it('is every rank that it may have, in the column and spelled out behind How sure', async () => {
    await spread('checkout', 60, 60);
    await spread('support', 30, 60);
    await spread('tour', 27, 60);
    await spread('search', 3, 60);
    await tested.answer(4, 'angry', 5, { touchpoint: 'returns' });
    const { Checkout, Support, Tour, Search, Returns } = await rows();
    expect(Checkout).toMatch(/^1 ?Checkout.* Rank 1st of 4 /);
    expect(Support).toMatch(/^2–3 ?rank 2 to 3 ?Support.* Rank 2nd–3rd of 4 /);
    expect(Tour).toMatch(/^2–3 ?rank 2 to 3 ?Tour.* Rank 2nd–3rd of 4 /);
    expect(Search).toMatch(/^4 ?Search.* Rank 4th of 4 /);
    expect(Returns).toMatch(/^Returns/);
    expect(Returns).not.toContain('Rank');
    expect((await rows('/?lang=es')).Support).toMatch(/^2–3 ?puestos 2 a 3 ?Support.* Puesto 2\.º–3\.º de 4 /);
    expect((await rows('/?lang=ca')).Support).toMatch(/^2–3 ?llocs 2 a 3 ?Support.* Lloc 2n–3r de 4 /);
  });

  it('is read once: the column’s figure is hidden from screen readers where it is spelled out', async () => {
    await spread('checkout', 5, 10);
    await spread('support', 5, 10);
    expect(await tested.page()).toContain('<span aria-hidden="true">1–2</span><span class="hide">rank 1 to 2</span>');
  });

  it('is not told of one alone', async () => {
    await spread('checkout', 5, 10);
    expect((await rows()).Checkout).toMatch(/^1 ?Checkout/);
    expect((await rows()).Checkout).not.toContain('Rank');
  });
});

describe('the value drawn to the others', () => {
  it('stands beside the value, and decides the order', async () => {
    await fewAnswersHighest();
    const found = await rows();
    expect(Object.keys(found)).toEqual(['Checkout', 'Support', 'Search', 'Tour']);
    expect(found.Checkout).toContain('Emotional intensity 80 (71–87) Drawn to the others 79 ');
    expect(found.Support).toContain('Emotional intensity 100 (57–100) Drawn to the others 79 ');
    expect((await rows('/?lang=es')).Support).toContain(' Acercado al resto 79 ');
    expect((await rows('/?lang=ca')).Support).toContain(' Acostat a la resta 79 ');
  });

  it('is not there where it would be written as the value is', async () => {
    await fewAnswersHighest();
    await spread('chat', 300, 600);
    expect((await rows()).Chat).toMatch(/Emotional intensity 50 \(\d+–\d+\) Rank/);
  });

  it('is not there of three', async () => {
    await spread('checkout', 80, 100);
    await spread('support', 5, 5);
    await spread('search', 60, 100);
    expect(read(await tested.page())).not.toContain('Drawn to the others');
    expect(Object.keys(await rows())[0]).toBe('Support');
  });
});

describe('touchpoints that offer other emotions', () => {
  const notComparable =
    'Not all of these touchpoints offer the same emotions, so their figures are not strictly comparable;';
  const offer = (key: string, emotions: TouchpointSettings['emotions']) =>
    tested.store.putTouchpoint(tested.site.id, key, { ...defaultSettings(key), emotions });

  beforeEach(async () => {
    for (const touchpoint of ['checkout', 'support', 'tour']) await spread(touchpoint, 5, 10);
  });

  it('are marked, and the page says so', async () => {
    await offer('support', 'service');
    const { Checkout, Support, Tour } = await rows();
    expect(Support).toContain(
      ' Asked with other emotions Excited Grateful Relieved Reassured Indifferent Worried Confused Disappointed Angry Emotions ',
    );
    for (const row of [Checkout, Tour]) expect(row).not.toContain('Asked with other emotions');
    expect(read(await tested.page())).toContain(notComparable);
    expect(read(await tested.page('/?lang=es'))).toContain('sus cifras no son del todo comparables');
    expect((await rows('/?lang=es')).Support).toContain(' Se pregunta con otras emociones Entusiasmo ');
    expect(read(await tested.page('/?lang=ca'))).toContain('les seves xifres no són del tot comparables');
    expect((await rows('/?lang=ca')).Support).toContain(' Es pregunta amb altres emocions Entusiasme ');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['all offer the same', async () => {}],
    ['one lists the same emotions in another order', () => offer('tour', [...emotionSets.core].reverse())],
    [
      'only one without a figure differs',
      async () => {
        await tested.answer(4, 'angry', 5, { touchpoint: 'returns' });
        await offer('returns', 'service');
      },
    ],
  ])('are not spoken of where %s', async (_, arrange) => {
    await arrange();
    expect(read(await tested.page())).not.toMatch(/not strictly comparable|Asked with other emotions/);
  });
});
