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
    expect(page).toContain('<a href="/install">All steps');
  });

  it('tells a quiet period from a new site', async () => {
    await answer(9, 'angry', 5, {}, noon - 60 * day);
    expect(headlineOf(await pageOf())).toBe('No answers in this period.');
    expect(headlineOf(await pageOf('/?period=90'))).toContain('Checkout moves people');
  });

  it.each(['version=9', 'segment=device:tablet'])('blames the filter where %s lets nothing through', async (filter) => {
    await answer(9, 'angry', 5, { segment: [['device', 'desktop']] });
    const page = await pageOf(`/?period=90&${filter}`);
    expect(headlineOf(page)).toBe('No answers that this filter lets through.');
    expect(page).not.toContain('<pre>');
    expect(page).toContain('<a href="/?period=90">Show all answers of this period</a>');
  });

  it('says that days have not come yet', async () => {
    await answer(9, 'angry', 5);
    const page = await pageOf('/?from=2026-12-01&to=2026-12-05');
    expect(headlineOf(page)).toBe('These days have not come yet.');
    expect(page).not.toContain('<pre>');
  });

  it('counts the prompts that nobody answered', async () => {
    await tested.store.recordStates([delivery(tested.site.id), delivery(tested.site.id)]);
    const page = read(await pageOf());
    expect(page).toContain('No answers in this period.');
    expect(page).toContain('The question was shown 2 times.');
    expect(page).toContain('Shown 2 times, no answer yet');
  });

  it('shows a declared touchpoint that nothing was heard of', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'returns', { ...defaultSettings('returns'), stage: 'after' });
    const page = await pageOf();
    expect(read(page)).toMatch(/Returns ?after ?–.*Not heard in this period: nothing has passed here/);
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

  it.each(['/?from=2026-02-30', '/?from=x', '/?period=12', '/?from=2026-11-20&to=2026-11-01'])(
    '%s cannot be read: the page says so and shows 30 days',
    async (path) => {
      const page = await pageOf(path, { 'accept-language': 'en-GB' });
      expect(read(page)).toContain('Those dates can’t be read, so these are the last 30 days.');
      expect(page).toMatch(/aria-current="true">30 days</);
      expect(read(page)).toMatch(/24 October\s?–\s?22 November 2026/);
    },
  );
});

describe('the filters', () => {
  beforeEach(async () => {
    await answer(6, 'angry', 5, { segment: [['plan', 'pro']], channel: 'web', locale: 'es' });
    await answer(6, 'calm', 1, { segment: [['plan', 'free']], channel: 'chat', locale: 'ca' });
  });

  it('offer what the site has heard of, in words, and mark what is chosen', async () => {
    const page = await pageOf('/?segment=plan:pro');
    expect(page).toContain('<option value="plan:pro" selected="">pro</option>');
    expect(page).toContain('<option value="channel:chat">Chat</option>');
    expect(page).toContain('<option value="locale:ca">Catalan</option>');
    expect(headlineOf(page)).toBe('Checkout moves people 100 of 100, mostly anger.');
    expect(page).toMatch(/<a href="\/"><span class="hide">Drop: <\/span><bdi>plan: pro<\/bdi>/);
  });

  it('are dropped one at a time, and kept by all other links', async () => {
    const page = await pageOf('/?segment=channel:web&stratum=prompt&compare=before&period=7');
    expect(page).toContain(
      '<a href="/?period=7&amp;stratum=prompt&amp;compare=before"><span class="hide">Drop: </span>',
    );
    expect(page).toContain('href="/?period=24h&amp;segment=channel%3Aweb&amp;stratum=prompt&amp;compare=before"');
  });

  it.each(['/?stratum=late', '/?segment=plan', '/?segment=nobody:x', '/?version=x', '/?compare=after'])(
    '%s cannot be read: the page says so, leaves it out and keeps the period',
    async (path) => {
      const page = await pageOf(`${path}&period=7`);
      expect(read(page)).toContain('That filter can’t be read, so it is left out.');
      expect(page).toMatch(/aria-current="true">7 days</);
      expect(page).not.toContain('class="chips"');
    },
  );

  it('and dates that both cannot be read are told of both', async () => {
    const page = read(await pageOf('/?from=x&segment=nobody:x&stratum=prompt'));
    expect(page).toContain('Those dates can’t be read, so these are the last 30 days.');
    expect(page).toContain('That filter can’t be read, so it is left out.');
    expect(page).toContain('Drop: Only those within 20 minutes');
  });

  it('the last 24 hours are those on the site’s own clock', async () => {
    await answer(6, 'happy', 4, {}, noon - 25 * 60 * 60 * 1000);
    const page = await pageOf('/?period=24h', { 'accept-language': 'en-GB' });
    expect(read(page)).toContain('12 answers');
    expect(read(page)).toContain('21 November 2026 at 14:00 – 22 November 2026 at 13:00');
    expect(page).toMatch(/aria-current="true">24 h</);
  });
});

describe('the table as a file', () => {
  it('says what the page says, of the same answers', async () => {
    await answer(6, 'angry', 5, { segment: [['plan', 'pro']] });
    await answer(6, 'calm', 1);
    const file = await tested.get('/ranking.csv?segment=plan:pro');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="ranking-2026-10-24-2026-11-22.csv"');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
    const [head, row, ...rest] = text.split('\r\n');
    expect(head).toMatch(/^\uFEFFRank from,Rank to,Key,Touchpoint,Stage,Emotional intensity,"Emotional intensity, low/);
    expect(row).toMatch(/^1,1,checkout,Checkout,,100,[\d.]+,100,100,-100,-100,-[\d.]+,100,0,Angry 6,,6,6,6,0,/);
    expect(rest).toEqual(['']);
  });

  it('has no formula in it, whatever people call their touchpoints', async () => {
    for (const [index, title] of ['=1+1', '+1', '-1+cmd', '@x', '\t=1', ' =1', '＝1'].entries()) {
      await tested.store.putTouchpoint(tested.site.id, `t${index}`, { ...defaultSettings(`t${index}`), title });
    }
    const rows = (await (await tested.get('/ranking.csv')).text()).split('\r\n').slice(1, -1);
    expect(rows).toHaveLength(7);
    for (const row of rows) expect(row).toMatch(/^,,t\d,"?'/);
  });

  it('is not given for an address that cannot be read: the page says so', async () => {
    const answered = await tested.get('/ranking.csv?segment=x&period=7');
    expect([answered.status, answered.headers.get('location')]).toEqual([303, '/?period=7&segment=x']);
  });

  it('is for those who are signed in', async () => {
    expect((await tested.app.request('/ranking.csv')).status).toBe(303);
  });
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
