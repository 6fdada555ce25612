import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type EvaluationScale, evaluationScales } from '@vivencia/contract/scale';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { type Served, served } from '../../support/served.ts';
import { type TestInvitations, testInvitations } from './testInvitation.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let tested: TestInvitations;
let server: Served;
beforeAll(async () => {
  browser = await launchBrowser();
  tested = await testInvitations({}, { publicUrl: () => server?.url ?? 'http://127.0.0.1' });
  server = await served(tested.app.fetch);
  const reasons = ['delivery', 'price', 'packaging', 'courier'].map((key) => ({
    key,
    label: { en: key, ar: 'السعر' },
  }));
  await tested.store.putTouchpoint(tested.site.id, 'checkout', { ...defaultSettings('checkout'), reasons });
  for (const scale of evaluationScales) {
    await tested.store.putTouchpoint(tested.site.id, scale, { ...defaultSettings(scale), evaluation: scale });
  }
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await tested.remove();
});

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

const answerOf = async (id: string) => (await tested.store.readResponsesById(tested.site.id, [id]))[0];

test('a whole answer by keyboard alone, without JavaScript', async () => {
  const { id, url } = await tested.invite();
  const tab = await open({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  /** Presses Tab until what is wanted has the focus, as people do. */
  const tabTo = async (wanted: string) => {
    for (let presses = 0; presses < 20; presses++) {
      await tab.keyboard.press('Tab');
      if ((await tab.locator(`:is(${wanted}):focus`).count()) > 0) return;
    }
    throw new Error(`no Tab leads to ${wanted}`);
  };
  const next = (title: string) => tab.getByRole('heading', { name: title }).waitFor();
  await tab.goto(url);
  await tabTo('[value=frustrated]');
  await tab.keyboard.press('Enter');
  await next('How strongly do you feel it?');
  await tabTo('[name=strength][value="4"]');
  await tab.keyboard.press('Space');
  await next('What was it about?');
  for (const reason of ['delivery', 'packaging']) {
    await tabTo(`[value=${reason}]`);
    await tab.keyboard.press('Space');
  }
  await tabTo('textarea');
  await tab.keyboard.type('The box was open.');
  await tabTo('.send');
  await tab.keyboard.press('Enter');
  await next('Thank you. This helps us improve.');
  expect(await answerOf(id)).toMatchObject({
    emotion: 'frustrated',
    strength: 4,
    reasons: ['delivery', 'packaging'],
    comment: 'The box was open.',
  });
  await tab.context().close();
});

test('a face in a mail chooses, and one press sends', async () => {
  const { id, email = '' } = await tested.invite();
  const tab = await open({ javaScriptEnabled: false });
  await tab.route('**/mail', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: email }));
  await tab.goto(`${server.url}/mail`);
  const broken = await tab
    .locator('img')
    .evaluateAll((all) => all.filter((image) => !(image as HTMLImageElement).naturalWidth));
  expect(broken).toEqual([]);
  await tab.getByRole('link', { name: 'Frustrated' }).click();
  expect(await tab.locator('.chosen').innerText()).toBe('Frustrated');
  expect(await answerOf(id)).toBeUndefined();
  await tab.getByRole('button', { name: 'Send' }).click();
  await tab.getByRole('heading', { name: 'How strongly do you feel it?' }).waitFor();
  expect(await answerOf(id)).toMatchObject({ emotion: 'frustrated' });
  await tab.context().close();
});

describe('a browser that nobody sits at', () => {
  test.each([
    ['runs what there is to run, for two seconds', async () => {}],
    [
      'moves, scrolls, focuses and leaves',
      async (tab: Page) => {
        await tab.mouse.move(160, 200);
        await tab.mouse.wheel(0, 500);
        await tab.locator('button').last().focus();
        await tab.goto('about:blank');
      },
    ],
    [
      'follows every link on the page',
      async (tab: Page) => {
        const addresses = await tab
          .locator('[href], [src], [action], [formaction]')
          .evaluateAll((all) =>
            all.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action') ?? ''),
          );
        for (const address of addresses)
          if (!address.startsWith('data:')) await tab.goto(new URL(address, tab.url()).href);
      },
    ],
    [
      'follows every link of the mail',
      async (tab: Page, email: string) => {
        for (const [, address] of email.matchAll(/(?:href|src)="([^"]+)"/g)) await tab.goto(address as string);
      },
    ],
  ])('%s: that is no answer, and the link works', async (_, act) => {
    const { id, url, path, email = '' } = await tested.invite();
    const tab = await open({});
    await tab.goto(`${url}?emotion=frustrated`);
    await act(tab, email);
    await tab.waitForTimeout(2_000);
    await tab.context().close();
    expect(await answerOf(id)).toBeUndefined();
    expect((await tested.send(path, { emotion: 'happy' })).status).toBe(303);
  });
});

/** Takes a tab through every page of a link, and looks at each. */
async function everyPage(tab: Page, invite: object, look: (name: string) => Promise<void>) {
  const { url } = await tested.invite(invite);
  await tab.goto(url);
  await look('question');
  await tab.goto(`${url}?emotion=frustrated`);
  await look('question, chosen');
  await tab.locator('.send').click();
  await look('strength');
  await tab.locator('.strengths button').nth(3).click();
  await look('reasons');
  for (const place of [0, 1, 2]) await tab.locator('.reasons label').nth(place).click();
  await look('reasons, chosen');
  await tab.locator('.back').click();
  await look('strength, chosen');
  await tab.locator('.skip').click();
  await tab.locator('.send').click();
  await look('thanks');
  await tab.goto(url);
  await look('used');
  await tab.goto(`${server.url}/r/none`);
  await look('unknown');
}

async function everyScale(tab: Page, look: (name: string) => Promise<void>) {
  for (const touchpoint of evaluationScales satisfies EvaluationScale[]) {
    await tab.goto((await tested.invite({ touchpoint })).url);
    await tab.locator('[value=indifferent]').click();
    await look(touchpoint);
    await tab.locator('.ratings button').first().click();
    await look(`comment after ${touchpoint}`);
  }
}

/** What is wrong with the page that stands there. */
async function faultsOf(tab: Page): Promise<string[]> {
  await tab.evaluate(axe);
  return tab.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const faults = (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    const beyond = document.documentElement.scrollWidth - window.innerWidth;
    if (beyond > 0) faults.push(`scrolls sideways by ${beyond}`);
    for (const target of document.querySelectorAll('button, a, .reasons label')) {
      const { width, height } = target.getBoundingClientRect();
      if (width < 44 || height < 44) faults.push(`${target.outerHTML.slice(0, 60)}: ${width} × ${height}`);
    }
    if (getComputedStyle(document.querySelector('h1') as Element).fontWeight !== '650') faults.push('has no style');
    return faults;
  });
}

/** Many pages, and a browser may share its processors. */
const patience = { timeout: 240_000 };

test.each([
  [320, 'en', {}],
  [320, 'ar', { colorScheme: 'dark' }],
  [320, 'ja', { forcedColors: 'active' }],
  [1280, 'de', {}],
  [1280, 'en', { colorScheme: 'dark' }],
] as const)(
  'at %i px, in %s %o, every page is accessible, wide enough to tap, and breaks no policy',
  patience,
  async (width, locale, options) => {
    const tab = await open({ viewport: { width, height: 640 }, ...options });
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    const faults: string[] = [];
    const look = async (name: string) => {
      for (const fault of await faultsOf(tab)) faults.push(`${name}: ${fault}`);
    };
    await everyPage(tab, { locale }, look);
    if (width === 320 && locale === 'en') await everyScale(tab, look);
    expect(faults).toEqual([]);
    // The browser itself says of a page that it is 404 or 409.
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
    await tab.context().close();
  },
);

test('each of the languages fits a narrow screen', patience, async () => {
  const tab = await open({ viewport: { width: 320, height: 640 } });
  const faults: string[] = [];
  const look = async (name: string, address: string) => {
    await tab.goto(new URL(address, server.url).href);
    const beyond = await tab.evaluate(() => {
      const edges = [...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect());
      return Math.max(...edges.map(({ right }) => right - window.innerWidth), ...edges.map(({ left }) => -left));
    });
    if (beyond > 0) faults.push(`${name}: ${beyond} px beyond`);
  };
  for (const locale of tested.settings.widget.prompts.keys()) {
    const { path } = await tested.invite({ locale });
    await look(`${locale}, chosen`, `${path}?emotion=disappointed`);
    const strength = (await tested.send(path, { emotion: 'angry' })).headers.get('location') ?? '';
    await look(`${locale}, strength`, strength);
    await look(`${locale}, used`, `${path}?lang=${locale}`);
  }
  expect(faults).toEqual([]);
  await tab.context().close();
});
