import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOfDate } from '../../../packages/collector/src/tally/bucket.ts';
import { launchBrowser } from '../../support/browser.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { hindrances } from '../../support/hindrances.ts';
import { type TestPages, testPages } from './testPages.ts';

const dayMs = 24 * 60 * 60 * 1000;
const longWord = 'averyverylongwordwithoutanyblankinit'.repeat(2);

let browser: Browser;
let tested: TestPages;
let url = 'http://127.0.0.1';
let stop: () => Promise<void>;

beforeAll(async () => {
  browser = await launchBrowser();
  tested = await testPages(url);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: tested.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  await fill();
});

afterAll(async () => {
  await browser.close();
  await stop();
  await tested.remove();
});

/** Every part of the page has something to show, a paradox among it. */
async function fill() {
  const { store, site } = tested;
  await store.putTouchpoint(site.id, 'checkout', {
    ...defaultSettings('checkout'),
    title: `A title far too long for any table ${longWord}`.slice(0, 80),
    stage: 'during',
    reasons: [{ key: 'form', label: { en: longWord.slice(0, 60) } }],
  });
  const many = (count: number, emotion: Emotion, device: string, plan: string, n = 0) =>
    Array.from({ length: count }, (_, each) => {
      const at = noon - ((n + each) % 9) * dayMs;
      const given = {
        status: 'answered',
        emotion,
        strength: emotion === 'indifferent' ? null : 5,
        latencyMs: 60_000 * 4 ** (each % 8),
        segment: [
          ['device', device],
          ['plan', plan],
        ] as [string, string][],
        channel: each % 2 ? 'web' : 'email',
        locale: each % 2 ? 'es' : 'en',
        reasons: each % 3 ? [] : ['form'],
        comment: each % 20 ? null : `${each % 40 ? longWord : 'Short'} ${device}`,
      } as const;
      return delivery(site.id, { ...given, reasons: [...given.reasons] }, { received: at, moment: at });
    });
  await store.recordStates([
    ...many(120, 'happy', 'phone', 'pro'),
    ...many(180, 'angry', 'phone', 'pro'),
    ...many(57, 'happy', 'desk', 'pro'),
    ...many(6, 'happy', 'phone', longWord.slice(0, 60)),
    ...many(48, 'angry', 'phone', longWord.slice(0, 60)),
    ...many(255, 'happy', 'desk', longWord.slice(0, 60)),
    ...many(15, 'angry', 'desk', longWord.slice(0, 60)),
    ...emotions.flatMap((emotion, n) => many(2, emotion, 'desk', 'trial', n)),
    ...Array.from({ length: 40 }, () => delivery(site.id, { status: 'dismissed' })),
    delivery(site.id, { status: 'abandoned' }),
    delivery(site.id),
    delivery(site.id, { touchpoint: 'thin', status: 'answered', emotion: 'sad', strength: 2, latencyMs: 1 }),
  ]);
  const pass = { site: site.id, touchpoint: 'checkout', received: noon };
  await store.recordPasses([
    { ...pass, outcome: 'asked', reason: null },
    { ...pass, outcome: 'suppressed', reason: 'cooldown' },
  ]);
  await store.addAction(site.id, 'checkout', { day: dayOfDate('2026-11-18'), text: longWord, author: 'Marta' });
  await store.putTouchpoint(site.id, 'returns', defaultSettings('returns'));
}

async function opened(path: string, more: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(more);
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  const { token } = await tested.store.addAccess(tested.site.id, 'Marta', 'editor');
  await tab.goto(`${url}/login?token=${token}`);
  complaints.length = 0;
  const requests: string[] = [];
  tab.on('request', (request) => requests.push(request.url()));
  await tab.goto(`${url}${path}`);
  return { context, tab, complaints, requests };
}

it.each([
  ['a full page', '/touchpoints/checkout'],
  ['a full page', '/touchpoints/checkout?segment=plan:pro&compare=before&lang=ca'],
  ['a page with one answer', '/touchpoints/thin'],
  ['a page of what was never heard', '/touchpoints/returns'],
  ['a page of what there is not', '/touchpoints/chekout'],
])('%s is accessible, does not scroll sideways and breaks no policy (%#)', async (_, path) => {
  const { context, tab, complaints, requests } = await opened(path);
  expect(await hindrances(tab)).toEqual([]);
  // That there is no such touchpoint is what the browser may say.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  expect(requests.filter((each) => !each.startsWith(url) && !each.startsWith('data:'))).toEqual([]);
  await context.close();
});

describe('in a browser', () => {
  it('warns of the mix, notes a change down and searches, without JavaScript', async () => {
    const { context, tab } = await opened('/touchpoints/checkout', { javaScriptEnabled: false });
    expect(await tab.getByText('Mind the mix.').count()).toBeGreaterThan(0);
    await tab.getByText('Note a change').click();
    await tab.getByLabel('What was changed').fill('A shorter form');
    await tab.getByRole('button', { name: 'Note it' }).click();
    expect(new URL(tab.url()).hash).toBe('#actions');
    expect(await tab.getByText('A shorter form').isVisible()).toBe(true);
    await tab.getByRole('searchbox').fill('short');
    await tab.getByRole('button', { name: 'Search', exact: true }).click();
    expect(new URL(tab.url()).search).toContain('q=short');
    await expect.poll(() => tab.locator('.comments li').count()).toBeGreaterThan(0);
    await context.close();
  });

  it.each([320, 1280])('has no date of the trend on another one at %i px', async (width) => {
    const { context, tab } = await opened('/touchpoints/checkout?period=30', { viewport: { width, height: 800 } });
    const spans = await tab.evaluate(() =>
      [...(document.querySelector('.plot')?.querySelectorAll(':scope > text:not(.mark)') ?? [])]
        .map((text) => text.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map(({ left, right }) => ({ left, right }))
        .sort((a, b) => a.left - b.left),
    );
    expect(spans).toHaveLength(width === 320 ? 3 : 4);
    for (const [place, { left }] of spans.entries()) {
      expect(left).toBeGreaterThan(spans[place - 1]?.right ?? Number.NEGATIVE_INFINITY);
    }
    await context.close();
  });

  it('is at most 60 KB gzip (pages.md)', async () => {
    expect(gzipSync(await tested.page('/touchpoints/checkout')).length).toBeLessThan(60 * 1024);
  });
});
