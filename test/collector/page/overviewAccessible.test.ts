import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { defaultSettings, stages } from '@vivencia/contract/touchpoint';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { hindrances } from '../../support/hindrances.ts';
import { type TestPages, testPages } from './testPages.ts';

const dayMs = 24 * 60 * 60 * 1000;

let browser: Browser;
let tested: TestPages;
let url = 'http://127.0.0.1';
let stop: () => Promise<void>;

/** Ten touchpoints in all stages, one that got worse, one of few answers, one not heard; comments that would run if they could. */
beforeAll(async () => {
  browser = await launchBrowser();
  tested = await testPages(url);
  const { store, site } = tested;
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: tested.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  const states = [];
  for (let place = 0; place < 10; place++) {
    const key = `place-${place}`;
    const title = place === 3 ? 'A long title with averyverylongwordwithoutanyblank in it' : `Place ${place}`;
    const stage = [...stages, null][place % 4] ?? null;
    await store.putTouchpoint(site.id, key, { ...defaultSettings(key), title, stage });
    for (let nth = 0; nth < (place === 8 ? 2 : place === 9 ? 0 : 90); nth++) {
      const daysAgo = 59 - Math.floor((nth * 2) / 3);
      const isBad = place === 2 && daysAgo <= 20;
      const moment = noon - daysAgo * dayMs;
      states.push(
        delivery(
          site.id,
          {
            touchpoint: key,
            status: 'answered',
            emotion: isBad ? 'angry' : nth % 3 ? 'happy' : 'frustrated',
            strength: isBad ? 5 : 1 + (nth % 5),
            comment:
              nth % 20 === 9 ? '<script>document.title="run"</script> <img src=x onerror="document.title=1">' : null,
            segment: [['plan', nth % 2 ? 'pro' : 'free']],
            channel: 'web',
            locale: 'es',
            latencyMs: 1_000,
          },
          { moment, received: moment },
        ),
      );
    }
  }
  await store.recordStates(states);
});

afterAll(async () => {
  await browser.close();
  await stop();
  await tested.remove();
});

it.each([
  '/?period=90',
  '/?period=90&compare=before&lang=es',
  '/?period=90&segment=plan:pro&lang=ca',
  '/?period=90&sort=answers&compare=before',
])('%s is accessible, does not scroll sideways and runs nothing', async (path) => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  await tab.goto(`${url}/login?token=${await tested.token()}`);
  await tab.goto(url + path);
  expect(await tab.locator('svg.way').count()).toBe(1);
  await tab.setViewportSize({ width: 320, height: 800 });
  expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await hindrances(tab)).toEqual([]);
  expect(await tab.title()).toBe('Northwind · Vivencia');
  expect(complaints).toEqual([]);
  await context.close();
});

it('filters by the form, without JavaScript, and drops the filter by its link', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(`${url}/login?token=${await tested.token()}`);
  await tab.goto(`${url}/?period=90`);
  await tab.getByText('Filter', { exact: true }).click();
  await tab.getByLabel('Whose answers').selectOption('plan:pro');
  await tab.getByLabel('Compare with the period before').check();
  await tab.locator('.filters').getByRole('button', { name: 'Show' }).click();
  const asked = new URL(tab.url()).searchParams;
  expect([asked.get('period'), asked.get('segment'), asked.get('compare')]).toEqual(['90', 'plan:pro', 'before']);
  await tab.getByRole('link', { name: 'Drop: plan: pro' }).click();
  expect(new URL(tab.url()).search).toBe('?period=90&compare=before');
  await context.close();
});

it('sorts on a phone too, and says there which side of the bars is which', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  const tab = await context.newPage();
  await tab.goto(`${url}/login?token=${await tested.token()}`);
  await tab.goto(`${url}/?period=90`);
  expect(await tab.locator('thead .axis').first().isVisible()).toBe(true);
  await tab.locator('.ranking thead').getByRole('link', { name: 'Answers' }).click();
  expect(new URL(tab.url()).searchParams.get('sort')).toBe('answers');
  await context.close();
});

it('prints the whole journey on a sheet of A4', async () => {
  const context = await browser.newContext({ viewport: { width: 794, height: 1123 } });
  const tab = await context.newPage();
  await tab.goto(`${url}/login?token=${await tested.token()}`);
  await tab.goto(`${url}/?period=90`);
  await tab.emulateMedia({ media: 'print' });
  const sides = await tab.evaluate(() => {
    const right = (name: string) => document.querySelector(name)?.getBoundingClientRect().right ?? 0;
    return { journey: right('.journey'), last: right('.stops li:last-child'), page: right('main') };
  });
  expect(sides.last).toBeGreaterThan(0);
  expect(Math.max(sides.journey, sides.last)).toBeLessThanOrEqual(sides.page);
  await context.close();
});

it('is at most 60 KB gzip, as full as it gets', async () => {
  const page = await (await tested.get('/?period=90&compare=before')).text();
  expect(gzipSync(page).length).toBeLessThan(60 * 1024);
});
