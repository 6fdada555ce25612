import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { delivery } from '../../support/delivery.ts';
import { hindrances } from '../../support/hindrances.ts';
import { tapRested } from '../../support/prompting.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

let browser: Browser;
let tested: TestApp;
let server: ReturnType<typeof serve>;
let url = 'http://127.0.0.1';
/** What the browser complained of, and what was sent to the collector. */
let complaints: string[];
let sent: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  tested = await testApp({}, { publicUrl: () => url });
  const { store, site, app } = tested;
  server = await new Promise((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await store.recordStates([delivery(site.id, { touchpoint: 'chekout' })]);
});
beforeEach(async () => {
  complaints = [];
  sent = [];
  const reasons = [{ key: 'delivery', label: { en: 'Delivery', es: 'La entrega' } }];
  await tested.store.putTouchpoint(tested.site.id, 'checkout', { ...defaultSettings('checkout'), reasons });
});
let context: BrowserContext;
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  await tested.remove();
});

async function opened(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  context = await browser.newContext(options);
  const tab = await context.newPage();
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const { token } = await tested.store.addAccess(tested.site.id, 'Eva', 'editor');
  await tab.goto(`${url}/login?token=${token}`);
  await tab.goto(url + path);
  return tab;
}

const settings = '/touchpoints/checkout/settings';
const prompt = (tab: Page) => tab.frameLocator('iframe').locator('.vivencia');

describe('the live preview', () => {
  it('is the real prompt, shows what is typed right now, in the language that is chosen, and sends nothing', async () => {
    const tab = await opened(settings, { locale: 'en-GB' });
    const question = prompt(tab).locator('.card');
    await expect.poll(() => question.innerText()).toContain('How did that leave you feeling?');
    expect(await question.innerText()).toContain('Frustrated');

    await tab
      .getByLabel('The question')
      .first()
      .evaluate((field) => field.closest('details')?.setAttribute('open', ''));
    await tab.getByLabel('The question').first().fill('How was paying?');
    await expect.poll(() => question.innerText()).toContain('How was paying?');
    await tab.getByLabel('Compact').check();
    await expect.poll(() => question.innerText()).not.toContain('Excited');
    await tab.locator('[name=previewLocale]').selectOption('es');
    await expect.poll(() => question.innerText()).toContain('¿Con qué sensación te quedas?');

    // Taps go through all steps, and nowhere.
    await prompt(tab).getByText('Frustración').click();
    await expect.poll(() => question.innerText()).toContain('¿Con cuánta intensidad?');
    await tapRested(prompt(tab).getByText('Mucha', { exact: true }));
    await expect.poll(() => question.innerText()).toContain('La entrega');
    // What has nothing to do with the prompt does not keep it back; what it could not say does.
    await tab.getByLabel('Title').fill('');
    await tab
      .getByLabel('The question')
      .nth(1)
      .evaluate((field) => field.closest('details')?.setAttribute('open', ''));
    await tab.getByLabel('The question').nth(1).fill('¿Y bien?');
    await expect.poll(() => question.innerText()).toContain('¿Y bien?');
    await tab.getByLabel('The question').nth(1).fill('x'.repeat(161));
    await expect.poll(() => tab.locator('.see [role=status]').innerText()).toContain('the preview waits');

    expect(complaints).toEqual([]);
    expect(sent.filter((request) => request.includes('/v1/'))).toEqual([]);
    expect(await tested.store.countResponses(tested.site.id)).toBe(1);
    expect((await tested.store.getTouchpoint(tested.site.id, 'checkout'))?.settings.emotions).toBe('core');
  });

  it('in a tab of its own shows what is saved, again when asked', async () => {
    const tab = await opened('/touchpoints/checkout/preview?locale=ca');
    const card = tab.locator('.vivencia .card');
    await expect.poll(() => card.innerText()).toContain('Amb quina sensació et quedes?');
    await tab.locator('.vivencia .close').click();
    await expect.poll(() => card.count()).toBe(0);
    await tab.locator('button.quiet-do').click();
    await expect.poll(() => card.count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('stays in its frame: it has no origin, and reaches neither the page around it nor its cookies', async () => {
    const tab = await opened(settings);
    await prompt(tab).locator('.card').waitFor();
    const frame = tab.frames().find((each) => each.name() === 'preview');
    const reached = await frame?.evaluate(() => {
      const attempt = (read: () => unknown) => {
        try {
          return String(read());
        } catch {
          return 'refused';
        }
      };
      return [self.origin, attempt(() => parent.document.title), attempt(() => document.cookie)];
    });
    expect(reached).toEqual(['null', 'refused', 'refused']);
  });

  it('is framed by pages of ours only, and the settings by none', async () => {
    const tab = await opened(settings);
    await prompt(tab).locator('.card').waitFor();
    // The same host at another port: the session's cookie goes along, and the frames would show something.
    const frames = ['/touchpoints/checkout/preview', settings, '/nowhere'].map(
      (path) => `<iframe src="${url}${path}">`,
    );
    const other = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html');
      answer.end(frames.join('</iframe>'));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const stranger = await context.newPage();
    await stranger.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
    // What is no page may be framed: it tells that the others were refused for what they are.
    const shown = () => stranger.frames().map((frame) => frame.url());
    const refused = 'chrome-error://chromewebdata/';
    await expect.poll(() => shown().slice(1)).toEqual([refused, refused, `${url}/nowhere`]);
    other.close();
  });
});

describe('without JavaScript', () => {
  it('the form saves, and says that only the preview is missing', async () => {
    const tab = await opened(settings, { javaScriptEnabled: false, locale: 'en-GB' });
    expect(await tab.locator('.see noscript p').isVisible()).toBe(true);
    expect(await tab.locator('iframe').isVisible()).toBe(false);
    await tab.getByLabel('Title').fill('Paying');
    await tab.getByLabel('Title').press('Enter');
    expect(await tab.getByText('Saved: version').isVisible()).toBe(true);
    expect((await tested.store.getTouchpoint(tested.site.id, 'checkout'))?.settings.title).toBe('Paying');
  });
});

it.each([
  ['the form', settings],
  ['one that was only heard', '/touchpoints/chekout/settings'],
  ['merging', '/touchpoints/chekout/merge?into=checkout'],
  ['declaring', '/declare'],
  ['hiding', '/touchpoints/checkout/hide'],
  ['the preview alone', '/touchpoints/checkout/preview'],
])('%s is accessible, does not scroll sideways and breaks no policy', async (_, path) => {
  const tab = await opened(path);
  await tab.evaluate(() => {
    for (const own of document.querySelectorAll<HTMLInputElement>('[value=own]')) own.checked = true;
  });
  expect(await hindrances(tab)).toEqual([]);
  expect(complaints).toEqual([]);
});
