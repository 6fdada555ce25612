import type { Emotion } from '@vivencia/contract/emotion';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import type { TrendBucket } from '../../../packages/collector/src/stats/trend.ts';
import { dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';
import { headlineOf, leadOf, read } from './readPage.ts';

const dayMs = 24 * 60 * 60 * 1000;

let tested: TestApp;
let cookies: Record<'viewer' | 'editor', string>;
beforeEach(async () => {
  tested = await testApp({ timeZone: 'Europe/Madrid' });
  cookies = { viewer: await signedIn('viewer'), editor: await signedIn('editor') };
});
afterEach(() => tested.remove());

async function signedIn(role: 'viewer' | 'editor', site = tested.site.id): Promise<string> {
  const { token } = await tested.store.addAccess(site, 'Marta', role);
  return `__Host-vivencia=${(await tested.store.openSession(token, noon))?.session}`;
}

const get = async (path: string, cookie = cookies.viewer) => tested.app.request(path, { headers: { cookie } });
const page = async (path = '/touchpoints/checkout', cookie = cookies.viewer) => {
  const response = await get(path, cookie);
  expect(response.status).toBe(200);
  return response.text();
};
const post = async (path: string, form: Record<string, string>, cookie = cookies.editor, headers = {}) =>
  tested.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
  });

type Given = Parameters<typeof delivery>[1];
async function answer(count: number, emotion: Emotion, strength: number | null, more: Given = {}, at = noon) {
  await tested.store.recordStates(
    Array.from({ length: count }, () =>
      delivery(
        tested.site.id,
        { status: 'answered', emotion, strength, latencyMs: 5_000, revision: 2, ...more },
        { received: at, moment: at },
      ),
    ),
  );
}

describe('the headline', () => {
  it('says the figure with its interval, the feeling, the balance and how sure that is', async () => {
    await answer(40, 'frustrated', 4);
    await answer(10, 'happy', 3);
    const shown = await page();
    expect(headlineOf(shown)).toMatch(/^Checkout: 76 of 100 \(\d+–\d+\), mostly frustration\.$/);
    expect(leadOf(shown)).toContain('Emotional balance −52');
    expect(leadOf(shown)).toContain('The figure is quite certain: 50 answers.');
  });

  it('is written in Spanish and Catalan too', async () => {
    await answer(9, 'frustrated', 4);
    expect(headlineOf(await page('/touchpoints/checkout?lang=es'))).toMatch(
      /^«Checkout»: 80 de 100 .*, sobre todo frustración\.$/,
    );
    expect(headlineOf(await page('/touchpoints/checkout?lang=ca'))).toMatch(
      /^«Checkout»: 80 de 100 .*, sobretot frustració\.$/,
    );
  });

  it.each([
    [1, 'Checkout: 1 answer, no figure yet.', '4 more answers'],
    [3, 'Checkout: 3 answers, no figure yet.', '2 more answers'],
  ])('has no figure with %i answers, and says how many are missing', async (count, headline, missing) => {
    await answer(count, 'angry', 5);
    const shown = await page();
    expect(headlineOf(shown)).toBe(headline);
    expect(leadOf(shown)).toContain(missing);
    expect(read(shown)).toContain('No part of this period has 5 answers yet.');
    expect(shown).not.toContain('NaN');
  });

  it('teaches where nothing was heard: what to paste, for exactly this touchpoint', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'returns', { ...defaultSettings('returns'), stage: 'after' });
    const shown = await page('/touchpoints/returns');
    expect(headlineOf(shown)).toBe('Returns');
    expect(read(shown)).toContain('Nothing has been heard here yet.');
    expect(read(shown)).toContain('vivencia(&#39;trigger&#39;, &#39;returns&#39;, { interaction:');
    expect(read(shown)).toContain('data-vivencia-touchpoint="returns"');
  });

  it('says that a period is quiet where there is more in others', async () => {
    await answer(9, 'angry', 5, {}, noon - 60 * dayMs);
    const shown = read(await page());
    expect(shown).toContain('Nothing has been heard here in this period. Try a longer one.');
    expect(shown).not.toContain('Nothing has been heard here yet.');
    const passed = { site: tested.site.id, touchpoint: 'till', outcome: 'asked', reason: null } as const;
    await tested.store.recordStates([delivery(tested.site.id, { touchpoint: 'till' })]);
    await tested.store.recordPasses([{ ...passed, received: noon - 60 * dayMs }]);
    expect(read(await page('/touchpoints/till?period=24h&lang=es'))).not.toContain('aún no ha pasado nada');
  });

  it('says by what it asks without being told', async () => {
    const triggers = [{ on: 'purchase' } as const, { on: 'event', name: 'shop:done' } as const];
    await tested.store.putTouchpoint(tested.site.id, 'returns', { ...defaultSettings('returns'), triggers });
    const shown = read(await page('/touchpoints/returns'));
    expect(shown).toContain('It asks by itself at:A purchase in the dataLayer');
    expect(shown).toContain('new CustomEvent("shop:done")');
  });

  it('tells a quiet period from a touchpoint never heard', async () => {
    await tested.store.recordStates([delivery(tested.site.id)]);
    expect(leadOf(await page())).toContain('No answers in this period.');
  });

  it.each(['segment=plan:pro', 'version=7', 'stratum=prompt'])(
    'says that it is the filter that lets nothing through: %s',
    async (filter) => {
      await answer(9, 'happy', 3, { segment: [['plan', 'free']], latencyMs: 3_600_000 });
      await answer(1, 'happy', 3, { touchpoint: 'help', segment: [['plan', 'pro']] });
      const shown = await page(`/touchpoints/checkout?period=7&${filter}`);
      expect(leadOf(shown)).toContain('No answers that this filter lets through. Show all answers of this period');
      expect(read(shown)).not.toContain('Try a longer period');
      expect(shown).toContain('<a href="/touchpoints/checkout?period=7">Show all');
    },
  );

  it('says when it moved, as the overview does, and marks the day', async () => {
    for (let ago = 0; ago < 28; ago++) {
      await answer(6, ago < 12 ? 'frustrated' : 'happy', 4, {}, noon - ago * dayMs);
      await answer(2, 'confused', 2, {}, noon - ago * dayMs);
    }
    const shown = await page();
    expect(headlineOf(shown)).toMatch(/It got worse on November 1[01]\.$/);
    expect(shown).toMatch(/<text class="mark"[^>]*>Nov 1[01]<\/text>/);
    const moved = /It got worse on November \d+/.exec(headlineOf(shown))?.[0];
    expect(headlineOf(await page('/'))).toContain(moved);
  });

  it('is of the last hours too, by the hour', async () => {
    await answer(9, 'happy', 3, {}, noon - 2 * 3_600_000);
    await answer(9, 'angry', 5, {}, noon - 3 * dayMs);
    const shown = await page('/touchpoints/checkout?period=24h');
    expect(headlineOf(shown)).toContain('Checkout: 60 of 100');
    expect(read(shown)).toContain('Over time, by hour');
    const { intensity } = await (await tested.get('/v1/touchpoints/checkout/score?hours=24')).json();
    expect(intensity.value).toBe(60);
  });

  it('compares with the period before, where that is asked for', async () => {
    await answer(60, 'frustrated', 5);
    await answer(60, 'happy', 2, {}, noon - 40 * dayMs);
    expect(leadOf(await page('/touchpoints/checkout?compare=before'))).toContain(
      'Against the period before: intensity +60, balance −140. That is more than chance.',
    );
  });
});

describe('an unconfirmed touchpoint', () => {
  it('says so, and leads editors to where it is declared', async () => {
    await answer(6, 'happy', 3);
    expect(read(await page())).toContain('nobody has declared it yet');
    expect(await page()).not.toContain('/touchpoints/checkout/settings');
    expect(await page('/touchpoints/checkout', cookies.editor)).toContain('/touchpoints/checkout/settings');
    await tested.store.putTouchpoint(tested.site.id, 'checkout', defaultSettings('checkout'));
    expect(read(await page())).not.toContain('nobody has declared it yet');
  });
});

describe('what there is not', () => {
  it('is nothing to share', async () => {
    const response = await get('/touchpoints/zzz', cookies.editor);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('/access/share');
  });

  it('is a page that helps on: the nearest keys, and the way back', async () => {
    for (const key of ['checkout', 'check-in', 'support-chat'])
      await tested.store.putTouchpoint(tested.site.id, key, defaultSettings(key));
    const response = await get('/touchpoints/chekout?period=7');
    expect(response.status).toBe(404);
    const shown = await response.text();
    expect(headlineOf(shown)).toBe('There is no such touchpoint.');
    expect([...shown.matchAll(/href="\/touchpoints\/([^"?]*)\?period=7"/g)].map(([, key]) => key)).toEqual(
      expect.arrayContaining(['checkout']),
    );
    expect(read(shown)).not.toContain('Support chat');
  });

  it.each([
    ['a hidden one', 'checkout'],
    ['another site’s', 'theirs'],
    ['markup', '<script>alert(1)</script>'],
    ['something very long', 'x'.repeat(3_000)],
    ['nothing at all', '%00'],
  ])('is so for %s', async (_, key) => {
    await tested.store.putTouchpoint(tested.site.id, 'checkout', defaultSettings('checkout'));
    await tested.store.hideTouchpoint(tested.site.id, 'checkout');
    const { site } = await tested.store.addSite(defaultSite('Another'));
    await tested.store.putTouchpoint(site.id, 'theirs', defaultSettings('theirs'));
    for (const below of ['', '/trend.csv', '/comments.csv']) {
      const response = await get(`/touchpoints/${key.startsWith('%') ? key : encodeURIComponent(key)}${below}`);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('<script');
    }
  });

  it('asks whoever is not signed in to sign in', async () => {
    for (const path of ['/touchpoints/checkout', '/touchpoints/nothing', '/touchpoints/checkout/trend.csv']) {
      const response = await tested.app.request(path);
      expect([response.status, response.headers.get('location')]).toEqual([
        303,
        `/login?to=${encodeURIComponent(path)}`,
      ]);
    }
  });
});

describe('impossible addresses', () => {
  it.each(['from=2026-02-31', 'period=forever', 'segment=nobody:knows', 'stratum=late', 'version=one'])(
    'lead to the page with a note and what is usual: %s',
    async (query) => {
      await answer(9, 'happy', 3);
      const shown = await page(`/touchpoints/checkout?${query}`);
      expect(shown).toContain('role="status"');
      expect(headlineOf(shown)).toContain('Checkout: 60 of 100');
      const csv = await get(`/touchpoints/checkout/trend.csv?${query}`);
      expect(csv.status).toBe(303);
      expect(csv.headers.get('location')).toContain(`/touchpoints/checkout?${query.split('=')[0]}=`);
    },
  );
});

describe('the figures', () => {
  it('are those of the API, for 20 random filters', async () => {
    const random = xoroshiro128plus(7);
    const pick = <T>(list: readonly T[]): T => list[(random.next() >>> 0) % list.length] as T;
    for (let batch = 0; batch < 60; batch++) {
      await answer(
        1 + ((random.next() >>> 0) % 6),
        pick(['happy', 'relieved', 'indifferent', 'frustrated', 'angry']),
        pick([1, 2, 3, 4, 5, null]),
        {
          segment: [['plan', pick(['free', 'pro'])]],
          channel: pick(['web', 'app']),
          latencyMs: pick([1_000, 3_600_000, 90_000_000]),
          version: pick([1, 2]),
        },
        noon - pick([0, 1, 3, 8, 20]) * dayMs,
      );
    }
    for (let round = 0; round < 20; round++) {
      const query = new URLSearchParams({
        from: pick(['2026-11-01', '2026-11-14', '2026-11-20']),
        to: pick(['2026-11-21', '2026-11-22']),
        ...pick([{}, { segment: 'plan:pro' }, { segment: 'channel:app' }]),
        ...pick([{}, { stratum: 'prompt' }]),
        ...pick([{}, { version: '2' }]),
      });
      const api = async (what: string) => (await tested.get(`/v1/touchpoints/checkout/${what}?${query}`)).json();
      const score = await api('score');
      const shown = await page(`/touchpoints/checkout?${query}`);
      if (score.enough) {
        const { value, low, high } = score.intensity;
        expect(headlineOf(shown)).toContain(
          `Checkout: ${Math.round(value)} of 100 (${Math.round(low)}–${Math.round(high)})`,
        );
      } else expect(headlineOf(shown)).toMatch(/no figure yet|^Checkout$/);

      const rows = async (name: string) =>
        (await (await get(`/touchpoints/checkout/${name}.csv?${query}`)).text()).trim().split('\r\n').slice(1);
      const cents = (x: number | undefined) => (x === undefined ? '' : String(Math.round(x * 100) / 100));
      // The page draws by the step that suits the period; the API has the same by the same step.
      const trend = await rows('trend');
      const steps = await Promise.all(
        ['hour', 'day', 'week'].map(async (bucket) => {
          const path = `/v1/touchpoints/checkout/trend?${query}&bucket=${bucket}`;
          return (await (await tested.get(path)).json()).buckets as TrendBucket[];
        }),
      );
      const buckets = steps.find((each) => each.length === trend.length) ?? [];
      expect(trend.map((row) => row.split(','))).toEqual(
        buckets.map(({ from, intensity, valence, answered, n, nEff, shown }) => [
          from,
          ...[intensity, valence].flatMap((each) => [cents(each?.value), cents(each?.low), cents(each?.high)]),
          ...[answered, n].map(String),
          cents(nEff),
          String(shown),
        ]),
      );
      const { cells } = await api('histogram');
      expect((await rows('histogram')).map((row) => row.split(',').slice(1).join())).toEqual(
        cells.map(({ strength, count }: { strength: number | null; count: number }) => `${strength ?? ''},${count}`),
      );
    }
  });

  it('keep what was asked for in every link', async () => {
    await answer(9, 'happy', 3, { segment: [['plan', 'pro']] });
    const shown = await page('/touchpoints/checkout?period=7&stratum=prompt&lang=es');
    for (const csv of ['trend', 'histogram', 'segments'])
      expect(shown).toContain(`/touchpoints/checkout/${csv}.csv?lang=es&amp;period=7&amp;stratum=prompt`);
    expect(shown).toContain('href="/?lang=es&amp;period=7&amp;stratum=prompt"');
  });
});

describe('reasons, time to answer and silence', () => {
  it('say what is known of them', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'checkout', {
      ...defaultSettings('checkout'),
      reasons: [{ key: 'form', label: { en: 'Card form', es: 'Formulario' } }],
    });
    await answer(6, 'frustrated', 4, { reasons: ['form'] });
    await answer(2, 'happy', 4, { reasons: ['form'], latencyMs: 7_200_000 });
    await tested.store.recordStates([
      ...Array.from({ length: 3 }, () => delivery(tested.site.id, { status: 'dismissed' })),
      delivery(tested.site.id, { status: 'abandoned' }),
      delivery(tested.site.id),
      delivery(tested.site.id, { status: 'answered', evaluation: { scale: 'csat', value: 2 }, latencyMs: 1 }),
    ]);
    const pass = { site: tested.site.id, touchpoint: 'checkout', received: noon };
    await tested.store.recordPasses([
      ...Array.from({ length: 14 }, () => ({ ...pass, outcome: 'asked' as const, reason: null })),
      ...Array.from({ length: 5 }, () => ({ ...pass, outcome: 'suppressed' as const, reason: 'cooldown' as const })),
    ]);
    const text = read((await page()).replaceAll(/<(li|td|th|dd|small)/g, ' <$1'));
    expect(text).toContain('Card form 8 Frustrated 6 · Happy 2');
    expect(text).toContain('75% answered within 20 minutes.');
    expect(text).toContain('1–3 hours 2');
    expect(text).toContain('57% of the 14 who saw the question said what they felt.');
    expect(text).toMatch(/19 passed 14 asked 14 shown 8 answered/);
    expect(text).toMatch(/Answered 8 57% Only rated 1 7% Abandoned 1 7% Dismissed 3 21% No reaction 1 7%/);
    expect(text).toContain('5 were not asked, because… 5 they were asked here not long ago');
  });

  it('tell those that a backend told of apart, and count as asked what was shown of them', async () => {
    await answer(2, 'happy', 4, { interaction: 'order-1' });
    const pass = { site: tested.site.id, touchpoint: 'checkout', received: noon, reason: null };
    await tested.store.recordPasses([
      ...Array.from({ length: 3 }, () => ({ ...pass, outcome: 'recorded' as const })),
      { ...pass, outcome: 'asked' },
    ]);
    const text = read((await page()).replaceAll(/<(li|td|th|dd|small)/g, ' <$1'));
    expect(text).toMatch(/4 passed 2 asked 2 shown 2 answered/);
    expect(text).toContain('Your backend told of 3 of those that passed.');
  });

  it('counts as asked whoever was, whatever is filtered', async () => {
    await answer(2, 'happy', 4, { segment: [['plan', 'pro']] });
    await answer(5, 'happy', 4, { segment: [['plan', 'free']] });
    const pass = { site: tested.site.id, touchpoint: 'checkout', received: noon, reason: null };
    await tested.store.recordPasses(Array.from({ length: 9 }, () => ({ ...pass, outcome: 'recorded' as const })));
    for (const period of ['', '&period=24h']) {
      const shown = await page(`/touchpoints/checkout?segment=plan:pro${period}`);
      const text = read(shown.replaceAll(/<(li|td|th|dd|small)/g, ' <$1'));
      expect(text).toMatch(/9 passed 7 asked 2 shown 2 answered/);
      expect(text).not.toContain('More were asked than passed');
    }
  });

  it('say why more were asked than passed: a link is opened, and a page asks, later than somebody passed', async () => {
    await answer(3, 'happy', 4);
    const pass = { site: tested.site.id, touchpoint: 'checkout', outcome: 'recorded', reason: null } as const;
    await tested.store.recordPasses([{ ...pass, received: noon }]);
    expect(read(await page())).toContain(
      'More were asked than passed: who passes in one period may be asked in the next.',
    );
  });

  it.each([
    ['en', 'The question was shown once: 100% said what they felt.', '1 passed 1 asked 1 shown 1 answered'],
    ['es', 'Se mostró una vez: el 100 % dijo qué sentía.', '1 pasó 1 preguntada 1 mostrada 1 respondida'],
    ['ca', 'S’ha mostrat una vegada: el 100 % ha dit què sentia.', '1 ha passat 1 preguntada 1 mostrada 1 resposta'],
  ])('speak of one as of one (%s)', async (lang, lead, chain) => {
    await answer(1, 'happy', 4);
    const pass = { site: tested.site.id, touchpoint: 'checkout', outcome: 'asked', reason: null } as const;
    await tested.store.recordPasses([{ ...pass, received: noon }]);
    const shown = await page(`/touchpoints/checkout?lang=${lang}`);
    const text = read(shown.replaceAll(/<(li|td|th|dd|small)/g, ' <$1')).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain(lead);
    expect(text).toContain(chain);
  });

  it('counts the interactions of the last hours alone, as the API does', async () => {
    const passed = { site: tested.site.id, touchpoint: 'checkout', outcome: 'asked', reason: null } as const;
    const ago = (hours: number) => ({ ...passed, received: noon - hours * 3_600_000 });
    await answer(6, 'happy', 3);
    await tested.store.recordPasses([ago(1), ago(2), ago(23), ago(25), ago(30)]);
    const score = await (await tested.get('/v1/touchpoints/checkout/score?hours=24')).json();
    expect(score.passed).toBe(3);
    expect(read(await page('/touchpoints/checkout?period=24h'))).toContain(`${score.passed} passed`);
  });
});

describe('segments', () => {
  it('stand side by side, each a link to its own figures', async () => {
    await answer(9, 'happy', 4, { segment: [['plan', 'pro']] });
    await answer(7, 'angry', 5, { segment: [['plan', 'free']] });
    await answer(2, 'angry', 5, { segment: [['plan', 'trial']] });
    const shown = await page();
    const text = read(shown.replaceAll(/<(td|th|small)/g, ' <$1'));
    expect(text).toMatch(/pro 9 80 .* free 7 100 .* trial 2 not enough answers/);
    expect(shown).toContain('href="/touchpoints/checkout?segment=plan%3Afree"');
    expect(text).not.toContain('Mind the mix');
  });

  it('warn where the mix turns a difference round, and say why', async () => {
    // Pro is happier with either; but pro is mostly on the phone, where everybody is unhappy.
    const people = [
      ['pro', 'phone', 40, 60, 0],
      ['pro', 'desk', 19, 0, 1],
      ['free', 'phone', 2, 16, 2],
      ['free', 'desk', 85, 5, 10],
    ] as const;
    for (const [plan, device, happy, angry, neutral] of people) {
      const more = { segment: [['plan', plan] as [string, string], ['device', device] as [string, string]] };
      await answer(happy * 3, 'happy', 5, more);
      await answer(angry * 3, 'angry', 5, more);
      await answer(neutral * 3, 'indifferent', null, more);
    }
    const text = read((await page()).replaceAll(/<(td|th|small|p)/g, ' <$1'));
    expect(text).toMatch(
      /Mind the mix\. “free” looks better than “pro” \(\+55 against −1\), but only because of who they are: among people of the same “device”, it is the other way round\./,
    );
    expect(text).toContain('Made from 720 answers.');
    expect(text.match(/Mind the mix/g)).toHaveLength(1);
  });
});

describe('comments', () => {
  beforeEach(async () => {
    for (const [text, strength] of [
      ['The card form is broken', 5],
      ['Fast and easy', 2],
      ['FORMULARIO roto', 3],
    ] as const)
      await answer(1, 'angry', strength, { comment: text, locale: 'es' }, noon + strength);
  });

  it('are read newest first, strongest first, and searched', async () => {
    const order = async (query: string) =>
      [...(await page(`/touchpoints/checkout${query}`)).matchAll(/class="words"[^>]*>([^<]*)</g)].map(
        ([, text]) => text,
      );
    expect(await order('')).toEqual(['The card form is broken', 'FORMULARIO roto', 'Fast and easy']);
    expect(await order('?order=strongest')).toEqual(['The card form is broken', 'FORMULARIO roto', 'Fast and easy']);
    expect(await order('?q=form')).toEqual(['The card form is broken', 'FORMULARIO roto']);
    expect(await order('?q=%25')).toEqual([]);
    expect(read(await page('/touchpoints/checkout?q=nothing'))).toContain('No comment holds this.');
  });

  it('are of the answers that are chosen: their days, hours, segment, version and stratum', async () => {
    const own = { segment: [['plan', 'pro']], channel: 'web', version: 7, latencyMs: 3_600_000 } satisfies Given;
    await answer(1, 'sad', 4, { ...own, comment: 'of last week' }, noon - 7 * dayMs);
    const chosen = async (query: string) =>
      [...(await page(`/touchpoints/checkout?order=newest&${query}`)).matchAll(/class="words"[^>]*>([^<]*)</g)].map(
        ([, text]) => text,
      );
    const now = ['The card form is broken', 'FORMULARIO roto', 'Fast and easy'];
    expect(await chosen('period=30')).toEqual([...now, 'of last week']);
    expect(await chosen('period=7')).toEqual(now);
    expect(await chosen('period=24h')).toEqual(now);
    expect(await chosen('from=2026-01-01&to=2026-11-15')).toEqual(['of last week']);
    expect(await chosen('to=9999-12-31')).toEqual([]);
    for (const only of ['segment=plan:pro', 'segment=channel:web', 'version=7'])
      expect(await chosen(only)).toEqual(['of last week']);
    expect(await chosen('segment=locale:es')).toEqual(now);
    expect(await chosen('stratum=prompt')).toEqual(now);
    const csv = await get('/touchpoints/checkout/comments.csv?from=2026-11-15&to=2026-11-15');
    expect(csv.headers.get('content-disposition')).toContain('2026-11-15');
    const told = await csv.text();
    expect(told).toContain('of last week');
    expect(told).not.toContain('FORMULARIO');
    const before = read(await page('/touchpoints/checkout?from=2026-11-01&to=2026-11-02'));
    expect(before).toContain('No comments among these answers.');
  });

  it('says in the last line of their file that there are more', async () => {
    const lines = async () => (await (await get('/touchpoints/checkout/comments.csv')).text()).trim().split('\r\n');
    const whole = await lines();
    expect(whole.at(-1)).not.toContain('there may be more');
    const { readComments } = tested.store;
    tested.store.readComments = async (query) => ({ ...(await readComments(query)), isCut: true });
    expect((await lines()).slice(whole.length)).toEqual([
      ',"Only the site’s newest 20,000 comments of this period were looked at: there may be more.",,,,',
    ]);
    tested.store.readComments = async (query) => ({ ...(await readComments(query)), next: 'further' });
    expect((await lines()).at(-1)).toContain('Only the first 5,000 comments are here');
  });

  it('go on page by page', async () => {
    for (let each = 0; each < 25; each++) await answer(1, 'happy', 3, { comment: `no. ${each}` }, noon - dayMs - each);
    const first = await page();
    expect(first.match(/class="words"/g)).toHaveLength(20);
    const more = /href="([^"]*before=[^"]*)#comments"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await page(more);
    expect(second.match(/class="words"/g)).toHaveLength(8);
    expect(read(second)).toContain('Back to the first');
  });

  it('never show what is in quarantine, nor another site’s', async () => {
    const { site } = await tested.store.addSite(defaultSite('Another'));
    const written = { status: 'answered', emotion: 'angry', strength: 5 } as const;
    await tested.store.recordStates([
      delivery(tested.site.id, { ...written, comment: 'suspicious' }, { quarantined: true }),
      delivery(site.id, { ...written, comment: 'theirs' }),
    ]);
    const shown = await page();
    const csv = await (await get('/touchpoints/checkout/comments.csv')).text();
    for (const text of [shown, csv]) expect(text).not.toMatch(/suspicious|theirs/);
    expect(csv).toContain('The card form is broken');
  });
});

describe('a search in the comments', () => {
  it('stays when the language, the period or the filter changes, and goes to no other page', async () => {
    await answer(6, 'angry', 5, { comment: 'A form' });
    const shown = await page('/touchpoints/checkout?q=form&order=strongest');
    const links = [...shown.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links).toContain('/touchpoints/checkout?q=form&order=strongest&lang=ca');
    expect(links).toContain('/touchpoints/checkout?q=form&order=strongest&period=90');
    expect(links.filter((href) => href.includes('q=') && !href.startsWith('/touchpoints/checkout?'))).toEqual([]);
    for (const [form = ''] of shown.matchAll(/<form action=.*?<\/form>/gs)) {
      expect(form).toMatch(/type="hidden" name="q" value="form"/);
      expect(form).toMatch(/name="order" value="strongest"/);
    }
    const search = /<form class="search".*?<\/form>/s.exec(shown)?.[0] ?? '';
    expect(search.match(/name="q"/g)).toHaveLength(1);
    expect(search.match(/name="order"/g)).toHaveLength(1);
  });
});

describe('what was changed', () => {
  it('is noted down by editors, marked on the trend, and taken back', async () => {
    await answer(9, 'happy', 3);
    const noted = await post('/touchpoints/checkout/actions?period=7', { day: '2026-11-20', text: ' New card form ' });
    expect([noted.status, noted.headers.get('location')]).toEqual([303, '/touchpoints/checkout?period=7#actions']);
    const [action] = await tested.store.listActions(tested.site.id, 'checkout');
    expect(action).toMatchObject({ day: dayOfDate('2026-11-20'), text: 'New card form', author: 'Marta' });
    const shown = await page();
    expect(read(shown)).toContain('November 20, 2026 New card form noted by Marta');
    expect(shown).toMatch(/<text class="mark"[^>]*>1<\/text>/);
    // Outside the days that are shown it is told, and not marked.
    expect(await page('/touchpoints/checkout?from=2026-11-21&to=2026-11-22')).not.toContain('class="mark"');
    await post('/touchpoints/checkout/actions/remove', { action: String(action?.id) });
    expect(await tested.store.listActions(tested.site.id, 'checkout')).toEqual([]);
  });

  it.each([
    [{ day: '2026-11-23', text: 'tomorrow' }, 'That is no date up to today.'],
    [{ day: '2026-02-30', text: 'never' }, 'That is no date up to today.'],
    [{ day: '', text: 'sometime' }, 'That is no date up to today.'],
    [{ day: '2026-11-20', text: '  ' }, 'Say in 1 to 200 characters what was changed.'],
    [{ day: '2026-11-20', text: 'x'.repeat(201) }, 'Say in 1 to 200 characters what was changed.'],
    [{ day: '2026-11-20', text: 'bidi \u202e' }, 'Say in 1 to 200 characters what was changed.'],
  ])('is refused with what was typed kept: %j', async (form, why) => {
    await answer(9, 'happy', 3);
    const response = await post('/touchpoints/checkout/actions', form);
    expect(response.status).toBe(422);
    const shown = await response.text();
    expect(read(shown)).toContain(why);
    expect(shown).toContain(`value="${form.text}"`);
    expect(await tested.store.listActions(tested.site.id, 'checkout')).toEqual([]);
  });

  it('is nobody else’s to note: viewers, other sites’ pages, other sites’ editors, unknown touchpoints', async () => {
    await answer(9, 'happy', 3);
    const form = { day: '2026-11-20', text: 'x' };
    expect((await post('/touchpoints/checkout/actions', form, cookies.viewer)).status).toBe(403);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ])
      expect((await post('/touchpoints/checkout/actions', form, cookies.editor, headers)).status).toBe(403);
    expect((await post('/touchpoints/nothing/actions', form)).status).toBe(404);
    const { site } = await tested.store.addSite(defaultSite('Another'));
    const stranger = await signedIn('editor', site.id);
    expect((await post('/touchpoints/checkout/actions', form, stranger)).status).toBe(404);
    expect(await tested.store.listActions(tested.site.id, 'checkout')).toEqual([]);
    await post('/touchpoints/checkout/actions', form);
    const [action] = await tested.store.listActions(tested.site.id, 'checkout');
    await post('/touchpoints/checkout/actions/remove', { action: String(action?.id) }, stranger);
    expect(await tested.store.listActions(tested.site.id, 'checkout')).toHaveLength(1);
    expect(await page('/touchpoints/checkout')).not.toContain('actions/remove');
  });
});

describe('what people write', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "';alert(1)//",
    '</title><svg onload=alert(1)>',
    '=HYPERLINK("http://evil")',
    '\u202eevil',
  ];

  it.each(payloads)('stays text: %j', async (payload) => {
    const segment = [['plan', payload.slice(0, 60).replace(/\u202e/g, '')]] as [string, string][];
    await answer(6, 'happy', 3, { comment: payload, segment });
    await answer(6, 'angry', 3, { segment: [['plan', 'pro']] });
    await tested.store.putTouchpoint(tested.site.id, 'checkout', {
      ...defaultSettings('checkout'),
      title: payload.slice(0, 80),
      reasons: [{ key: 'r', label: { en: payload.slice(0, 60) } }],
    });
    await answer(1, 'angry', 3, { reasons: ['r'] });
    await tested.store.addAction(tested.site.id, 'checkout', {
      day: dayOfDate('2026-11-20'),
      text: payload,
      author: payload,
    });
    const query = `q=${encodeURIComponent(payload)}&order=${encodeURIComponent(payload)}&before=${encodeURIComponent(payload)}`;
    for (const shown of [await page(), await page(`/touchpoints/checkout?${query}`)]) {
      const outside = shown.replace(/<style>.*?<\/style>/s, '');
      expect(outside).not.toMatch(/<script|<img|<svg[^>]*onload|onerror=[^&]*alert\(1\)>/);
    }
    for (const name of ['segments', 'comments']) {
      const csv = await (await get(`/touchpoints/checkout/${name}.csv`)).text();
      expect(csv).not.toMatch(/(^|[\n,])"?[=+@]/m);
    }
  });
});
