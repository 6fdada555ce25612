import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delivery, noon } from '../../support/delivery.ts';
import { headlineOf, leadOf, read, rowsOf } from './readPage.ts';
import { type TestPages, testPages } from './testPages.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** So many answers on each of the last 60 days, by how many days ago. */
async function tell(
  { store, site }: TestPages,
  touchpoint: string,
  perDay: number,
  feel: (daysAgo: number, nth: number) => object,
) {
  const states = [];
  for (let daysAgo = 59; daysAgo >= 0; daysAgo--) {
    for (let nth = 0; nth < perDay; nth++) {
      const moment = noon - daysAgo * dayMs;
      const state = { status: 'answered', touchpoint, latencyMs: 1_000, ...feel(daysAgo, nth) } as const;
      states.push(delivery(site.id, state, { moment, received: moment }));
    }
  }
  await store.recordStates(states);
}

/** Every third is content, whatever happens. */
const steady = (_: number, nth: number) =>
  nth % 3 === 0 ? { emotion: 'happy', strength: 2 } : { emotion: 'calm', strength: 1 + (nth % 2) };
const broken = (_: number, nth: number) =>
  nth % 4 === 0
    ? { emotion: 'disappointed', strength: 4 }
    : { emotion: 'frustrated', strength: 5, ...(nth % 4 === 1 ? {} : { reasons: ['delivery'] }) };
const since =
  (day: number) =>
  (daysAgo: number, nth: number): object =>
    daysAgo <= day ? broken(daysAgo, nth) : steady(daysAgo, nth);

describe('a checkout that got worse', () => {
  let tested: TestPages;
  beforeAll(async () => {
    tested = await testPages();
    await tested.store.putTouchpoint(tested.site.id, 'checkout', {
      ...defaultSettings('checkout'),
      reasons: [
        { key: 'delivery', label: { en: 'Delivery time', es: 'Plazo de entrega', ca: 'Termini de lliurament' } },
      ],
    });
    await tell(tested, 'checkout', 8, since(24));
    await tell(tested, 'tour', 8, steady);
  });
  afterAll(() => tested.remove());

  it.each([
    [
      'en-GB',
      'Checkout moves people most, 95 of 100, mostly frustration (“delivery time”). It got worse on 29 October.',
      'Of those who answer, about 42 people a week leave it frustrated.',
    ],
    [
      'es-ES',
      '«Checkout» es lo que más impacta: 95 de 100, sobre todo frustración por «plazo de entrega». Empeoró el 29 de octubre.',
      'De quienes responden, unas 42 personas a la semana se van con frustración.',
    ],
    [
      'ca-ES',
      '«Checkout» és el que més impacta: 95 de 100, sobretot frustració per «termini de lliurament». Va empitjorar el 29 d’octubre.',
      'De qui respon, unes 42 persones a la setmana se’n van amb frustració.',
    ],
  ])('is named with the day and the reason (%s)', async (language, headline, lead) => {
    const page = await tested.page('/?from=2026-10-29', { 'accept-language': language });
    expect(headlineOf(page)).toBe(headline);
    expect(leadOf(page)).toContain(lead);
  });

  it('also in the last week, and how sure the day is behind How sure', async () => {
    const page = await tested.page('/?period=7', { 'accept-language': 'en-GB' });
    expect(headlineOf(page)).toContain('It got worse on 29 October.');
    const { Checkout, Tour } = rowsOf(page);
    expect(Checkout).toContain('worse since 29 Oct');
    expect(Checkout).toMatch(/Changed \+\d+ → −95, between 2\d Oct and (29|30) Oct/);
    expect(Tour).not.toContain('since');
  });

  it('within the last hours nothing is said of a change', async () => {
    expect(headlineOf(await tested.page('/?period=24h'))).not.toContain('worse');
  });

  it('beside the period before, the change has its interval, and whether it stands out', async () => {
    const page = await tested.page('/?period=7&compare=before');
    expect(rowsOf(page).Tour).toContain('0 may be chance');
    const month = await tested.page('/?compare=before');
    expect(rowsOf(month).Checkout).toMatch(/▼ −\d+ stands out/);
    expect(rowsOf(month).Checkout).toMatch(/Emotional balance, change since the period before −\d+ \(−\d+ … −\d+\)/);
    expect(read(month)).toContain('Compared with');
  });
});

describe('what moved besides', () => {
  it('is a second sentence, where another touchpoint got worse', async () => {
    const tested = await testPages();
    await tell(tested, 'checkout', 8, () => ({ emotion: 'angry', strength: 5 }));
    await tell(tested, 'support-chat', 8, since(19));
    await tell(tested, 'tour', 8, steady);
    expect(headlineOf(await tested.page('/', { 'accept-language': 'en-GB' }))).toBe(
      'Checkout moves people most, 100 of 100, mostly anger. Support chat got worse on 3 November.',
    );
    expect(headlineOf(await tested.page('/?lang=ca'))).toContain(' «Support chat» va empitjorar el 3 de novembre.');
    await tested.remove();
  });

  it('is told as going on, where it gets worse day by day', async () => {
    const tested = await testPages();
    const sinking = (daysAgo: number, nth: number) =>
      nth < (40 - daysAgo) / 3 ? { emotion: 'angry', strength: 5 } : { emotion: 'calm', strength: 3 };
    await tell(tested, 'checkout', 14, sinking);
    expect(headlineOf(await tested.page('/', { 'accept-language': 'en-GB' }))).toMatch(
      /It has been getting worse since (\d|1\d|2\d) October\.$/,
    );
    await tested.remove();
  });

  it('is nothing, where nothing moved', async () => {
    const tested = await testPages();
    for (const key of ['checkout', 'tour', 'search']) await tell(tested, key, 6, steady);
    const page = await tested.page();
    expect(read(page)).not.toMatch(/since|got worse|rose/);
    expect(leadOf(page)).toMatch(/(Checkout|Tour|Search): no change is seen\. /);
    await tested.remove();
  });
});
