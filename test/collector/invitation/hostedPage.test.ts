import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { createApp } from '../../../packages/collector/src/app.ts';
import { pageWords } from '../../../packages/collector/src/invitation/pageWords.ts';
import { Metrics } from '../../../packages/collector/src/observe/metrics.ts';
import { StoreUnavailable } from '../../../packages/collector/src/store/storeUnavailable.ts';
import { noon } from '../../support/delivery.ts';
import { type TestInvitations, testInvitations } from './testInvitation.ts';

let tested: TestInvitations;
beforeEach(async () => {
  tested = await testInvitations();
});
afterEach(() => tested.remove());

const answers = () => tested.store.readResponses(tested.site.id, null, 100);
const look = (path: string, headers: Record<string, string> = {}) => tested.app.request(path, { headers });
const titleOf = async (answer: Response) => /<title>(.*?)<\/title>/.exec(await answer.text())?.[1];
const dayMs = 24 * 60 * 60 * 1_000;

/** As `send`, of a form whose last bytes wait for `until`. */
const sendSlowly = async (path: string, until: Promise<unknown>) =>
  tested.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '13' },
    duplex: 'half',
    body: new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('emotion'));
        await until;
        controller.enqueue(new TextEncoder().encode('=angry'));
        controller.close();
      },
    }),
  } as RequestInit);

describe('a tap that comes slowly', () => {
  test.each([
    ['whom it is of is erased', async () => tested.store.eraseRespondent(tested.site.id, 'c-77')],
    ['its link is cancelled', async (id: string) => tested.store.cancelInvitation(tested.site.id, id, noon)],
  ])('records nothing where meanwhile %s', async (_, undo) => {
    const { id, path } = await tested.invite({ respondent: 'c-77' });
    let goOn = () => {};
    const sent = sendSlowly(path, new Promise<void>((resolve) => (goOn = resolve)));
    await setTimeout(50);
    await undo(id);
    goOn();
    expect((await sent).status).toBe(404);
    expect(await answers()).toEqual([]);
  });
});

describe('one tap', () => {
  test('is the answer, with all that its invitation says, and a latency from the interaction’s end', async () => {
    const { id, path } = await tested.invite({
      interaction: 'order-1001',
      endedAt: '2026-11-22T11:00:00Z',
      respondent: 'c-77',
      segment: { plan: 'pro', region: 'north' },
      unexpected: true,
      locale: 'ca',
    });
    tested.clock.now += 90_000;
    expect((await tested.send(path, { emotion: 'frustrated' })).status).toBe(303);
    expect(await answers()).toMatchObject([
      {
        id,
        status: 'answered',
        touchpoint: 'checkout',
        emotion: 'frustrated',
        latencyMs: 3_690_000,
        interaction: 'order-1001',
        respondent: 'c-77',
        segment: [
          ['plan', 'pro'],
          ['region', 'north'],
        ],
        unexpected: true,
        locale: 'ca',
        channel: 'email',
        version: 1,
        invitation: id,
        at: tested.clock.now,
      },
    ]);
    const scores = await (await tested.get('/v1/scores')).json();
    expect(scores.touchpoints).toMatchObject([{ passed: 1, shown: 0, answered: 1 }]);
  });

  test('an interaction that was recorded before gives what the invitation does not say', async () => {
    await tested.invite({ interaction: 'order-1', endedAt: '2026-11-22T10:00:00Z', respondent: 'c-1', channel: 'sms' });
    const { path } = await tested.invite({ interaction: 'order-1' });
    await tested.send(path, { emotion: 'happy' });
    expect(await answers()).toMatchObject([{ latencyMs: 7_200_000, respondent: 'c-1', channel: 'email' }]);
  });

  test('what follows is told with the next revision of the same answer', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'checkout', {
      ...defaultSettings('checkout'),
      reasons: [
        { key: 'delivery', label: { en: 'Delivery' } },
        { key: 'price', label: { en: 'Price' } },
      ],
      evaluation: 'csat',
    });
    const { path } = await tested.invite();
    let next = (await tested.send(path, { emotion: 'angry' })).headers.get('location') ?? '';
    const asked: (string | undefined)[] = [];
    for (const fields of [
      [['strength', '4']],
      [
        ['reasons', 'price'],
        ['reasons', 'delivery'],
      ],
      [['evaluation', '2']],
      [['comment', '  The bank page\r\ncame twice. ']],
    ] as [string, string][][]) {
      const page = await look(next);
      expect(page.status).toBe(200);
      const html = await page.text();
      asked.push(/<title>(.*?)<\/title>/.exec(html)?.[1]);
      const action = /action="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const answer = await tested.send(action, fields);
      expect(answer.status).toBe(303);
      next = answer.headers.get('location') ?? '';
    }
    asked.push(await titleOf(await look(next)));
    expect(asked).toEqual([
      'How strongly do you feel it?',
      'What was it about?',
      'How satisfied are you?',
      'Tell us why (optional)',
      'Thank you. This helps us improve.',
    ]);
    expect(await answers()).toMatchObject([
      {
        revision: 5,
        emotion: 'angry',
        strength: 4,
        reasons: ['delivery', 'price'],
        evaluation: { scale: 'csat', value: 2 },
        comment: 'The bank page\ncame twice.',
      },
    ]);
    expect((await tested.store.verify()).differences).toEqual([]);
  });

  test('another feeling takes back how strongly the first was felt; the same again changes nothing', async () => {
    const { path } = await tested.invite();
    const next = (await tested.send(path, { emotion: 'angry' })).headers.get('location') ?? '';
    await tested.send(`${next}&step=strength`, { strength: '5' });
    await tested.send(`${next}&step=strength`, { strength: '5' });
    expect(await answers()).toMatchObject([{ revision: 2, strength: 5 }]);
    await tested.send(`${next}&step=emotion`, { emotion: 'relieved' });
    expect(await answers()).toMatchObject([{ revision: 3, emotion: 'relieved', strength: null }]);
  });

  test('four reasons are one too many: nothing that was written is lost', async () => {
    const reasons = ['a', 'b', 'c', 'd'].map((key) => ({ key, label: { en: key } }));
    await tested.store.putTouchpoint(tested.site.id, 'checkout', { ...defaultSettings('checkout'), reasons });
    const { path } = await tested.invite();
    const next = (await tested.send(path, { emotion: 'angry' })).headers.get('location') ?? '';
    const all = reasons.map(({ key }) => ['reasons', key] as [string, string]);
    const page = await tested.send(`${next}&step=reasons`, [...all, ['comment', 'Long <words>.']]);
    const html = await page.text();
    expect([page.status, html.match(/ checked=""/g)?.length]).toEqual([422, 4]);
    expect(html).toContain('Long &lt;words&gt;.</textarea>');
    expect(html).toContain('<p class="hint" role="alert">Choose up to three.');
    expect(await answers()).toMatchObject([{ revision: 1, reasons: [] }]);
  });

  test.each([
    ['nothing', {}],
    ['no emotion of the catalogue', { emotion: 'hungry' }],
    ['something else', { strength: '3' }],
  ])('that says %s asks again', async (_, fields) => {
    const { path } = await tested.invite();
    expect((await tested.send(path, fields)).status).toBe(422);
    expect(await answers()).toEqual([]);
  });

  test('what is no form asks again, and one that is too large is no answer', async () => {
    const { path } = await tested.invite();
    const json = await tested.post(path, { emotion: 'happy' }, { 'content-type': 'application/json' });
    expect(json.status).toBe(422);
    expect((await tested.send(path, { emotion: 'x'.repeat(40_000) })).status).toBe(413);
    expect(await answers()).toEqual([]);
  });

  test('of twenty at once on two links to one interaction, one is the answer; the other link says so', async () => {
    const paths = [
      (await tested.invite({ interaction: 'order-1' })).path,
      (await tested.invite({ interaction: 'order-1', channel: 'sms' })).path,
    ];
    const taps = await Promise.all(
      Array.from({ length: 20 }, (_, place) => tested.send(paths[place % 2] as string, { emotion: 'happy' })),
    );
    expect(taps.map(({ status }) => status).sort()).toEqual([303, ...Array(19).fill(409)]);
    const [only, ...others] = await answers();
    expect(others).toEqual([]);
    expect((await Promise.all(paths.map((path) => look(path)))).map(({ status }) => status)).toEqual([409, 409]);
    // With a pass, too, the other link has no answer to go on with.
    const used = taps.findIndex(({ status }) => status === 303) % 2;
    const other = paths[1 - used] as string;
    const again = await tested.send(`${other}?step=strength`, { strength: '5' });
    expect([again.status, await titleOf(again)]).toEqual([409, pageWords.en?.used[0]]);
    expect(await answers()).toEqual([only]);
  });

  test('of a hundred at once, one is the answer', async () => {
    const { path } = await tested.invite();
    const emotions = ['happy', 'angry', 'relieved', 'indifferent', 'frustrated'];
    const taps = await Promise.all(
      Array.from({ length: 100 }, (_, place) => tested.send(path, { emotion: emotions[place % 5] as string })),
    );
    const statuses = taps.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    expect(await answers()).toHaveLength(1);
    const scores = await (await tested.get('/v1/scores')).json();
    expect(scores.touchpoints).toMatchObject([{ passed: 1, answered: 1 }]);
    expect((await tested.store.verify()).differences).toEqual([]);
  });

  test('and another one right after it are a double tap: asked on, and answered once', async () => {
    const { path } = await tested.invite();
    await tested.send(path, { emotion: 'angry' });
    tested.clock.now += 400;
    const second = await tested.send(path, { emotion: 'angry' });
    expect([second.status, await titleOf(second)]).toEqual([409, 'How strongly do you feel it?']);
    tested.clock.now += 60_000;
    const late = await tested.send(path, { emotion: 'happy' });
    expect([late.status, await titleOf(late)]).toEqual([409, 'Your answer has arrived']);
    expect(await answers()).toMatchObject([{ revision: 1, emotion: 'angry' }]);
  });

  test('of a crawler that says so is none', async () => {
    const { path } = await tested.invite();
    const bot = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };
    expect((await tested.send(path, { emotion: 'happy' }, bot)).status).toBe(200);
    expect(await answers()).toEqual([]);
  });
});

describe('going on', () => {
  test('needs what only the answer’s own page has, for 30 minutes', async () => {
    const { path } = await tested.invite();
    const other = await tested.invite();
    const next = (await tested.send(path, { emotion: 'angry' })).headers.get('location') ?? '';
    const othersNext = (await tested.send(other.path, { emotion: 'happy' })).headers.get('location') ?? '';
    const othersPass = new URL(othersNext, 'http://x').searchParams.get('pass');
    tested.clock.now += 60_000;
    for (const address of [
      path,
      `${path}?pass=`,
      `${path}?pass=${othersPass}&step=strength`,
      `${path}?step=strength`,
    ]) {
      expect((await look(address)).status).toBe(409);
      expect((await tested.send(address, { strength: '5', emotion: 'happy' })).status).toBe(409);
    }
    expect((await look(next)).status).toBe(200);
    tested.clock.now += 30 * 60_000;
    expect((await look(next)).status).toBe(409);
    expect((await tested.send(`${next}&step=strength`, { strength: '5' })).status).toBe(409);
    const said = (await answers()).map(({ emotion, strength }) => `${emotion} ${strength}`);
    expect(said.sort()).toEqual(['angry null', 'happy null']);
  });
});

/** How programs look at links before people do. */
const scanners: [name: string, method: string, headers: Record<string, string>][] = [
  ['asks for the head', 'HEAD', {}],
  ['asks for the head as a mail gateway', 'HEAD', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) SafeLinks' }],
  ['gets the page', 'GET', {}],
  ['gets the page with cookies', 'GET', { cookie: 'session=1; a=b' }],
  ['prefetches (Chromium)', 'GET', { 'sec-purpose': 'prefetch' }],
  ['prerenders (Chromium)', 'GET', { 'sec-purpose': 'prefetch;prerender' }],
  ['prefetches (older browsers)', 'GET', { purpose: 'prefetch' }],
  ['prefetches (Firefox)', 'GET', { 'x-moz': 'prefetch' }],
  ['previews (Apple)', 'GET', { 'x-purpose': 'preview' }],
  ['previews for a chat', 'GET', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }],
  ['previews for a messenger', 'GET', { 'user-agent': 'WhatsApp/2.23.20.0' }],
  ['previews for a network', 'GET', { 'user-agent': 'facebookexternalhit/1.1' }],
  ['fetches through a proxy of mails', 'GET', { 'user-agent': 'GoogleImageProxy', via: '1.1 google' }],
  ['asks for a part', 'GET', { range: 'bytes=0-1023' }],
  [
    'asks whether it has changed',
    'GET',
    { 'if-none-match': '*', 'if-modified-since': 'Sun, 22 Nov 2026 12:00:00 GMT' },
  ],
  ['looks as a browser that came from a mail', 'GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
];

describe('looking is no answer', () => {
  test.each(scanners)('who %s', async (_, method, headers) => {
    const { path } = await tested.invite();
    for (const address of [path, `${path}?emotion=frustrated`, `${path}?emotion=frustrated&utm_source=mail`]) {
      const answer = await tested.app.request(address, { method, headers });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(await answers()).toEqual([]);
    expect((await tested.send(path, { emotion: 'happy' })).status).toBe(303);
    expect(await answers()).toHaveLength(1);
  });

  test('nothing on the page but the form leads to an answer: no script, no address that it goes to by itself', async () => {
    const { path } = await tested.invite();
    const page = await look(`${path}?emotion=happy`);
    const html = await page.text();
    expect(html).not.toMatch(/<script|http-equiv|onload|autofocus|<a /);
    expect(page.headers.get('refresh')).toBeNull();
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is no way to answer', async (method) => {
    const { path } = await tested.invite();
    const answer = await tested.app.request(path, {
      method,
      ...(method === 'OPTIONS' ? {} : { body: 'emotion=happy' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(404);
    expect(await answers()).toEqual([]);
  });
});

describe('a link that asks nothing', () => {
  const spanish = { 'accept-language': 'es-ES,es;q=0.9,en;q=0.5' };

  test('with any one of its bits turned round, is not found, and nothing was looked up for it', async () => {
    const { url } = await tested.invite();
    const token = Buffer.from(new URL(url).pathname.slice('/r/'.length), 'base64url');
    let looked = 0;
    const getInvitation: typeof tested.store.getInvitation = (...given) => {
      looked++;
      return tested.store.getInvitation(...given);
    };
    const app = createApp({ ...tested.settings, metrics: new Metrics(), store: { ...tested.store, getInvitation } });
    const statuses = new Set<number>();
    for (let bit = 0; bit < token.length * 8; bit++) {
      const forged = Buffer.from(token);
      forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      statuses.add((await app.request(`/r/${forged.toString('base64url')}`)).status);
    }
    expect([[...statuses], looked]).toEqual([[404], 0]);
    expect((await app.request(new URL(url).pathname)).status).toBe(200);
    expect(looked).toBe(1);
  });

  test('is expired with 410, used with 409 and foreign with 404, each in the reader’s language', async () => {
    const expired = await tested.invite({ expiresDays: 1 });
    const used = await tested.invite({ expiresDays: 2 });
    await tested.send(used.path, { emotion: 'happy' });
    tested.clock.now += dayMs;
    const foreign = await testInvitations();
    const { path } = await foreign.invite();
    await foreign.remove();
    const said = async (address: string, method = 'GET') => {
      const answer =
        method === 'GET' ? await look(address, spanish) : await tested.send(address, { emotion: 'angry' }, spanish);
      return [answer.status, await titleOf(answer)];
    };
    for (const method of ['GET', 'POST']) {
      expect(await said(expired.path, method)).toEqual([410, 'Este enlace ha caducado']);
      expect(await said(used.path, method)).toEqual([409, 'Tu respuesta ya ha llegado']);
      expect(await said(path, method)).toEqual([404, 'Este enlace no funciona']);
      expect(await said('/r/x', method)).toEqual([404, 'Este enlace no funciona']);
    }
    expect(await answers()).toHaveLength(1);
  });

  test('is open until the very second, and not in it', async () => {
    const { path } = await tested.invite({ expiresDays: 1 });
    tested.clock.now += dayMs - 1;
    expect((await look(path)).status).toBe(200);
    tested.clock.now += 1;
    expect((await look(path)).status).toBe(410);
  });

  test('forged, cancelled and of a removed site, says the same, byte by byte', async () => {
    const cancelled = await tested.invite();
    await tested.store.cancelInvitation(tested.site.id, cancelled.id, tested.clock.now);
    const removed = await tested.store.addSite(defaultSite('Removed'));
    const asked = await tested.ask(
      { touchpoint: 'checkout', channel: 'email' },
      { authorization: `Bearer ${removed.secretKey}` },
    );
    const gone = new URL((await asked.json()).url).pathname;
    await tested.store.removeSite(removed.site.id);
    const pages = await Promise.all(
      [cancelled.path, gone, `/r/${'A'.repeat(56)}`].map(async (path) => (await look(path)).text()),
    );
    expect(new Set(pages).size).toBe(1);
  });

  test('while nothing can be kept, says so kindly, and is as good afterwards', async () => {
    const { path } = await tested.invite();
    const recordStates = () => Promise.reject(new StoreUnavailable('full'));
    const app = createApp({ ...tested.settings, metrics: new Metrics(), store: { ...tested.store, recordStates } });
    const answer = await app.request(path, {
      method: 'POST',
      body: 'emotion=happy',
      headers: { ...spanish, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await titleOf(answer)).toBe('Vuelve a intentarlo en un momento');
    expect((await tested.send(path, { emotion: 'happy' })).status).toBe(303);
  });
});

describe('the language', () => {
  test.each([
    ['that of the address', { locale: 'fr' }, '?lang=ja', 'de', 'ja'],
    ['else the invitation’s', { locale: 'fr-CA' }, '', 'de', 'fr'],
    ['else the browser’s', {}, '', 'xx, gl;q=0.8, en;q=0.9', 'en'],
    ['of the Americas', {}, '', 'es-AR', 'es-419'],
    ['of Portugal, as near as there is', {}, '', 'pt-PT', 'pt-BR'],
    ['of traditional Chinese, which there is not', {}, '', 'zh-TW', 'en'],
    ['of a header that is none', {}, '?lang=%00', ';;;q=,,"', 'en'],
  ])('is %s', async (_, given, query, accepted, locale) => {
    const { path } = await tested.invite(given);
    const html = await (await look(path + query, { 'accept-language': accepted })).text();
    expect(/<html lang="([^"]+)"/.exec(html)?.[1]).toBe(locale);
  });

  test.each(Object.keys(pageWords))('%s has every word of the page and of the prompt', async (locale) => {
    const { path } = await tested.invite({ locale });
    const html = await (await look(`${path}?emotion=happy`)).text();
    expect(html).toContain(`<html lang="${locale}"${locale === 'ar' ? ' dir="rtl"' : ''}>`);
    expect(html).not.toContain('undefined');
    const { expired, used, unknown, later, ...single } = pageWords[locale] as (typeof pageWords)[string];
    const words = [...Object.values(single), ...expired, ...used, ...unknown, ...later];
    expect(words.filter((text) => text.trim() === '')).toEqual([]);
  });

  test('there are words for every language of the prompt', () => {
    expect(Object.keys(pageWords).sort()).toEqual([...tested.settings.widget.prompts.keys()].sort());
  });

  test('of the address is kept on the way', async () => {
    const { path } = await tested.invite({ locale: 'fr' });
    const next = (await tested.send(`${path}?lang=nl`, { emotion: 'angry' })).headers.get('location') ?? '';
    expect(await titleOf(await look(next))).toBe('Hoe sterk voel je dat?');
    expect(await answers()).toMatchObject([{ locale: 'nl' }]);
  });

  test('a touchpoint’s own words, reasons and questions hold', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'checkout', {
      ...defaultSettings('checkout'),
      emotions: ['happy', 'indifferent', 'angry'],
      strength: false,
      comment: 'off',
      wording: { en: { question: 'How was <it>?', thanks: 'Cheers.' } },
    });
    const { path } = await tested.invite();
    const html = await (await look(path)).text();
    expect(html).toContain('How was &lt;it&gt;?');
    expect(html.match(/name="emotion"/g)).toHaveLength(3);
    const next = (await tested.send(path, { emotion: 'angry' })).headers.get('location') ?? '';
    expect(await titleOf(await look(next))).toBe('Cheers.');
  });
});

describe('what the page says to the browser', () => {
  test('keep nothing, tell nobody, list nothing, run nothing, and only its own style', async () => {
    const { path } = await tested.invite();
    for (const address of [path, '/r/x']) {
      const page = await look(address);
      const css = /<style>(.*?)<\/style>/s.exec(await page.text())?.[1] ?? '';
      const hash = createHash('sha256').update(css).digest('base64');
      expect(Object.fromEntries(page.headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-frame-options': 'DENY',
        'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      });
    }
  });

  test('below a path of its own, its addresses have it', async () => {
    const app = createApp({
      ...tested.settings,
      metrics: new Metrics(),
      publicUrl: () => 'https://shop.example/voice',
      basePath: '/voice',
    });
    const { path } = await tested.invite();
    const html = await (await app.request(`/voice${path}`)).text();
    expect(html).toContain(`action="/voice${path}"`);
  });

  test('a network that answers too often is asked to wait', async () => {
    const metrics = new Metrics();
    const app = createApp({ ...tested.settings, metrics, ratePrefix: 2 });
    const statuses: number[] = [];
    for (let place = 0; place < 3; place++) {
      const { path } = await tested.invite({ interaction: randomUUID() });
      const answer = await app.request(path, {
        method: 'POST',
        body: 'emotion=happy',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([303, 303, 429]);
  });
});
