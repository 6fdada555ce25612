import { defaultSettings } from '@vivencia/contract/touchpoint';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSite } from '../../packages/collector/src/api/siteSchema.ts';
import { launchBrowser } from '../support/browser.ts';
import { delivery, noon } from '../support/delivery.ts';
import { formulaCells } from '../support/formulaCells.ts';
import { served } from '../support/served.ts';
import { type TestApp, testApp } from '../support/testApp.ts';
import { extent } from './extent.ts';
import { payloads } from './payloads.ts';
import { isUnsafe, routesOf } from './routesOf.ts';

/** Each round stores some of the payloads, all together; so many of its pages are opened in a browser. */
const rounds = 5;
const pagesOfRound = extent({ quick: 15, full: 400 });

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const short = (text: string) => text.slice(0, 60);

/** Texts wherever a page may show them, most without what the API would do to them first. */
async function fill({ store, site }: TestApp, texts: readonly string[]): Promise<void> {
  const { id, publicKey: _, ...settings } = site;
  await store.putSite(id, { ...settings, name: texts[0] ?? '', origins: texts.slice(0, 10) });
  for (const [n, text] of texts.entries()) {
    await store.putTouchpoint(id, `t${n}`, {
      ...defaultSettings(`t${n}`),
      title: short(text),
      owner: text,
      note: text,
      reasons: [{ key: short(text), label: { en: text } }],
      wording: { en: { question: text } },
    });
  }
  const answered = { status: 'answered', emotion: 'angry', strength: 5 } as const;
  const states = texts.flatMap((text, n) => {
    const said = { comment: text, respondent: text, interaction: text, locale: short(text), reasons: [short(text)] };
    const segment: [string, string][] = [[n < 6 ? short(text).slice(0, 32) : 'plan', short(text)]];
    const ofKey = n < 20 ? [{ touchpoint: short(text), comment: text }] : [];
    return [
      ...Array.from({ length: 5 }, () => ({ touchpoint: `t${n}`, ...said, segment })),
      { touchpoint: 't0', ...said, comment: `x;${text}`, segment },
      ...ofKey,
    ].map((given) => delivery(id, { ...answered, ...given }));
  });
  await store.recordStates(states);
  for (const text of texts.slice(0, 10)) {
    await store.addAccess(id, text, 'viewer');
    await store.addShare(id, text, `/?segment=${encodeURIComponent(`plan:${text}`)}`);
  }
  const sightings = texts.slice(10, 20).map((origin) => ({ origin, kind: 'refused' as const, lastAt: noon }));
  const refusals = texts.slice(0, 10).map((reason) => ({ reason, count: 1 }));
  await store.recordNotes([{ site: id, at: noon, sightings, refusals }]);
}

/** Follows the links of pages of ours, the first page of each kind first; tells of each page what the browser made of it. */
async function walk(
  tab: Page,
  url: string,
  starts: string[],
  most: number,
  look: () => Promise<void>,
): Promise<number> {
  const known = new Set(starts);
  const waiting = [...starts];
  let opened = 0;
  for (let path = waiting.shift(); path !== undefined && opened < most; path = waiting.shift()) {
    const answer = await tab.goto(url + path);
    expect([path, answer?.status()]).toEqual([path, expect.toSatisfy((status) => status < 500)]);
    opened++;
    await look();
    const links = await tab.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href));
    for (const href of links.filter((link) => link.startsWith(url))) {
      const next = href.slice(url.length).replace(/#.*/, '');
      if (known.has(next) || /\.csv|lang=/.test(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return opened;
}

const rows = (round: number) =>
  payloads.slice((round * payloads.length) / rounds, ((round + 1) * payloads.length) / rounds);

describe.each(Array.from({ length: rounds }, (_, round) => round))('round %i', (round) => {
  let tested: TestApp;
  let url = 'http://127.0.0.1';
  let stop = async () => {};
  beforeAll(async () => {
    tested = await testApp({ ...defaultSite('x') }, { publicUrl: () => url });
    ({ url, stop } = await served(tested.app.fetch as never));
    await fill(tested, rows(round));
  });
  afterAll(async () => {
    await stop();
    await tested.remove();
  });

  test('no text runs, breaks a policy, or leads anywhere', {
    timeout: extent({ quick: 120_000, full: 900_000 }),
  }, async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      Object.assign(window, { pwned: () => console.error('pwned') });
    });
    const tab = await context.newPage();
    const complaints: string[] = [];
    context.on('console', (message) => complaints.push(message.text()));
    tab.on('dialog', (dialog) => complaints.push(dialog.message()) && dialog.dismiss());
    tab.on('pageerror', (error) => complaints.push(error.message));
    context.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    const { token } = await tested.store.addAccess(tested.site.id, 'Núria', 'editor');
    await tab.goto(`${url}/login?token=${token}`);
    const { token: shared } = await tested.store.addShare(tested.site.id, 'x', '/touchpoints/t0?comments=1');
    const invitation = await tested.post(
      '/v1/invitations',
      { touchpoint: 't0', channel: 'email' },
      { 'content-type': 'application/json', authorization: `Bearer ${tested.secretKey}` },
    );
    const { pathname: link } = new URL((await invitation.json()).url);
    const pages = routesOf(tested.app)
      .filter(
        (route) =>
          !isUnsafe(route) &&
          !/^\/(v1|s|assets|share|r\/|k\/|faces|healthz|readyz|metrics|openapi|log)|\.csv$/.test(route.path),
      )
      .flatMap(({ path }) => (path.includes(':key') ? ['t0', 't1'].map((key) => path.replace(':key', key)) : [path]));
    const opened = await walk(
      tab,
      url,
      [`/share/${shared}`, link, `${link}?emotion=happy`, ...pages],
      pagesOfRound,
      async () => {
        await tab.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const odd = await tab.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter(
              (element) =>
                [...element.attributes].some(
                  ({ name, value }) =>
                    /^on/i.test(name) ||
                    (/^(xlink:)?(href|src|action|formaction|data)$/.test(name) && /^\s*javascript:/i.test(value)),
                ) ||
                /^(object|embed|base)$/i.test(element.localName) ||
                (element.localName === 'script' && !element.hasAttribute('src')) ||
                (element.localName === 'meta' && element.getAttribute('http-equiv') === 'refresh'),
            )
            .map(({ outerHTML }) => outerHTML.slice(0, 200)),
        );
        expect(odd).toEqual([]);
      },
    );
    // It came, as what it is.
    expect(await tested.store.countResponses(tested.site.id)).toBeGreaterThan(500);
    expect(opened).toBeGreaterThanOrEqual(Math.min(pagesOfRound, 20));
    expect(complaints.filter((text) => !/status of 404/.test(text))).toEqual([]);
    await context.close();
  });

  test('no cell of a table is a formula', async () => {
    const { token } = await tested.store.addAccess(tested.site.id, 'Núria', 'editor');
    const cookie = `vivencia=${(await tested.store.openSession(token, noon))?.session}`;
    const files = routesOf(tested.app).filter(({ method, path }) => method === 'GET' && path.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(0);
    for (const { path } of files) {
      const answer = await tested.app.request(path.replace(':key', 't0'), { headers: { cookie } });
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/csv; charset=utf-8']);
      const text = await answer.text();
      expect((parse(text, { bom: true }) as string[][]).flat().length).toBeGreaterThan(0);
      const formulas = formulaCells(text);
      expect([path, formulas]).toEqual([path, []]);
    }
  });
});

test('there are 500 of them, no two alike, and a browser does run some', async () => {
  expect(new Set(payloads).size).toBe(500);
  const context = await browser.newContext();
  const tab = await context.newPage();
  let ran = 0;
  await context.exposeFunction('pwned', () => ran++);
  for (const payload of payloads.slice(0, 10)) await tab.setContent(payload);
  await expect.poll(() => ran).toBeGreaterThan(3);
  await context.close();
});

test('none can be a touchpoint’s key', async () => {
  const tested = await testApp();
  for (const payload of payloads) {
    const state = {
      site: tested.site.publicKey,
      id: crypto.randomUUID(),
      revision: 0,
      touchpoint: payload,
      status: 'shown',
    };
    expect((await tested.post('/v1/responses', state)).status).toBe(422);
  }
  await tested.remove();
});
