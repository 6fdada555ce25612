import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delivery, noon } from '../../support/delivery.ts';
import { headlineOf, read } from './readPage.ts';
import { type TestPages, testPages } from './testPages.ts';

let tested: TestPages;
beforeEach(async () => {
  tested = await testPages();
});
afterEach(() => tested.remove());

const day = 24 * 60 * 60 * 1000;

const answer: TestPages['answer'] = (...given) => tested.answer(...given);
const pageOf: TestPages['page'] = (...given) => tested.page(...given);

describe('an empty page', () => {
  it('says what will be here, and what to paste', async () => {
    const page = await pageOf();
    expect(headlineOf(page)).toBe('Nobody has been asked yet.');
    expect(read(page)).toContain(
      `<script async src="https://vivencia.example/s/${tested.site.publicKey}.js"></script>`,
    );
    expect(read(page)).toContain('Example, with made-up answers');
  });

  it('tells a quiet period from a new site', async () => {
    await answer(9, 'angry', 5, {}, noon - 60 * day);
    expect(headlineOf(await pageOf())).toBe('No answers in this period.');
    expect(headlineOf(await pageOf('/?period=90'))).toContain('Checkout moves people');
  });

  it('counts the prompts that nobody answered', async () => {
    await tested.store.recordStates([delivery(tested.site.id), delivery(tested.site.id)]);
    const page = read(await pageOf());
    expect(page).toContain('No answers in this period.');
    expect(page).toContain('The question was shown: 2 times.');
    expect(page).toContain('Shown 2 times, no answer yet');
  });

  it('shows a declared touchpoint that nothing was heard of', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'returns', { ...defaultSettings('returns'), stage: 'after' });
    const page = await pageOf();
    expect(read(page)).toMatch(/Returns ?after ?–.*Not heard yet: nothing has passed here/);
    // Declaring is not hearing: the page still teaches.
    expect(headlineOf(page)).toBe('Nobody has been asked yet.');
  });
});

describe('a row', () => {
  it('has its figures as people read them', async () => {
    await tested.store.recordStates(
      Array.from({ length: 20 }, () => delivery(tested.site.id, { status: 'dismissed' })),
    );
    await tested.store.putTouchpoint(tested.site.id, 'checkout', {
      ...defaultSettings('checkout'),
      stage: 'during',
      reasons: [{ key: 'delivery', label: { en: 'Delivery time', es: 'Plazo de entrega' } }],
    });
    await answer(60, 'frustrated', 4, { reasons: ['delivery'] });
    await answer(20, 'happy', 2);
    const page = await pageOf();
    expect(read(page)).toMatch(
      /Checkout ?during ?70 ?66–74 ?Frustrated ?Delivery time ?80 answers ?80% responded ?How sure\? ?Checkout/,
    );
    expect(read(page)).toMatch(/Emotional balance ?−50 \(−61 … −37\)/);
    expect(read(page)).toMatch(
      /Counted \(n\) ?80 ?Effective \(n_eff\) ?80 ?Response rate ?80% ?Shown ?100 ?Answered ?80 ?Dismissed ?20/,
    );
    expect(page).toContain('<title>Checkout: emotional intensity 70 (66–74), negative 60, positive 10</title>');
    expect(read(await pageOf('/?lang=es'))).toContain('Plazo de entrega');
  });

  it('only counts what was answered within 20 minutes, if asked', async () => {
    await answer(5, 'angry', 5);
    await answer(5, 'calm', 1, { latencyMs: 3 * day });
    const page = await pageOf('/?stratum=prompt');
    expect(headlineOf(page)).toBe('Checkout moves people 100 of 100, mostly anger.');
    expect(page).toMatch(/href="\/\?stratum=prompt&amp;period=90"/);
  });
});

describe('the period', () => {
  it.each([
    ['/', '30 days'],
    ['/?period=7', '7 days'],
    ['/?period=365', 'Year'],
  ])('%s is marked as %s', async (path, name) => {
    const page = await pageOf(path);
    const [, period = ''] = /<nav aria-label="Period">(.*?)<\/nav>/s.exec(page) ?? [];
    expect(period.match(/aria-current/g)).toHaveLength(1);
    expect(period).toMatch(new RegExp(`aria-current="true">${name}<`));
  });

  it('may be any dates, in the site’s own time', async () => {
    const page = read(await pageOf('/?from=2026-11-01&to=2026-11-30', { 'accept-language': 'en-GB' }));
    expect(page).toMatch(/1\s?–\s?30 November 2026 ?Europe\/Madrid/);
  });

  it.each(['/?from=2026-02-30', '/?from=x', '/?period=12', '/?from=2026-11-20&to=2026-11-01', '/?stratum=late'])(
    '%s cannot be read: the page says so and shows 30 days',
    async (path) => {
      const page = await pageOf(path, { 'accept-language': 'en-GB' });
      expect(read(page)).toContain('Those dates can’t be read, so these are the last 30 days.');
      expect(page).toMatch(/aria-current="true">30 days</);
      expect(read(page)).toMatch(/24 October\s?–\s?22 November 2026/);
    },
  );
});

describe('what users wrote', () => {
  it('is text, isolated, and nothing else', async () => {
    const nasty = '<script>alert(1)</script>"\'&';
    await tested.store.putSite(tested.site.id, { ...tested.site, name: nasty });
    await tested.store.putTouchpoint(tested.site.id, 'checkout', {
      ...defaultSettings('checkout'),
      title: nasty,
      reasons: [{ key: 'why', label: { en: nasty } }],
    });
    await answer(6, 'angry', 5, { reasons: ['why'] });
    const page = await pageOf();
    expect(page).not.toContain('<script>alert');
    const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;';
    expect(page.split(`<bdi>${escaped}`).length + page.split(`<bdi class="big">${escaped}`).length).toBeGreaterThan(5);
  });
});
