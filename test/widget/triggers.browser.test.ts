import type { Trigger } from '@vivencia/contract/touchpoint';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onPages } from '../support/onPages.ts';

/* Every trigger, through the loader that the collector would serve: it asks once for one end, and only once. */

const here = onPages();

const triggers = (...rules: Trigger[]) =>
  Object.assign(here.shop.settings.touchpoints.checkout ?? {}, { triggers: rules });
const visit = (body: string, before = '') =>
  here.visit(
    here.shop.page(`<title>Shop</title><link rel="icon" href="data:,"><body>${body}${here.shop.tag()}`),
    {},
    `${before};asked = []; document.addEventListener('vivencia:shown', ({ detail }) => asked.push(detail.interaction ?? ''));
     document.addEventListener('vivencia:suppressed', ({ detail }) => asked.push(detail.reason))`,
  );
const asked = (page: Page) => page.evaluate<string[]>('asked');
/** As long as a second end would need to be heard. */
const settleMs = 900;

async function asksOnce(page: Page, interaction = ''): Promise<void> {
  await page.locator('.card').waitFor({ timeout: 8_000 });
  await page.waitForTimeout(settleMs);
  expect(await asked(page)).toEqual([interaction]);
  const passed = { site: 'pk_test', touchpoint: 'checkout', ...(interaction && { interaction }), outcome: 'asked' };
  expect(here.shop.passes).toEqual([passed]);
  expect(here.disturbances).toEqual([]);
}

test('a click, and of a double click the first', async () => {
  const page = await visit('<button data-vivencia-touchpoint="checkout">Pay</button>');
  await page.getByText('Pay').dblclick();
  await asksOnce(page);
});

test('a form, by the key and not also by its button', async () => {
  const page = await visit(
    '<form data-vivencia-touchpoint="checkout" onsubmit="return false"><input autofocus><button>Order</button></form>',
  );
  await page.locator('input').press('Enter');
  await asksOnce(page);
});

test('an address', async () => {
  triggers({ on: 'url', match: 'contains', value: '/page-' }, { on: 'url', match: 'regexp', value: 'page' });
  await asksOnce(await visit(''));
});

test('a DOM event, with what it says of the interaction', async () => {
  triggers({ on: 'event', name: 'order:done' });
  const page = await visit('<button>Pay</button>');
  await page.evaluate(
    `document.querySelector('button').dispatchEvent(new CustomEvent('order:done', { bubbles: true, detail: { interaction: 'o1' } }))`,
  );
  await asksOnce(page, 'o1');
});

test('a purchase that was in the dataLayer before us, pushed again by a tag manager', async () => {
  triggers({ on: 'purchase' });
  const page = await visit('', `dataLayer = [{ event: 'purchase', ecommerce: { transaction_id: 'T1', value: 14 } }]`);
  await page.locator('.card').waitFor();
  await page.evaluate(`dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T1' } })`);
  await asksOnce(page, 'T1');
});

test('a purchase by gtag, in a dataLayer that comes later', async () => {
  triggers({ on: 'purchase' });
  const page = await visit('');
  await page.evaluate(
    `window.dataLayer = []; function gtag() { dataLayer.push(arguments) }; gtag('event', 'purchase', { transaction_id: 'T2' })`,
  );
  await asksOnce(page, 'T2');
});

test('an element that comes into view, also one that was added later', async () => {
  triggers({ on: 'visible', selector: '.thanks' });
  const page = await visit('<div style="height:3000px"></div>');
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<p class="thanks">Thanks</p>')`);
  await page.waitForTimeout(1_500);
  expect(await asked(page)).toEqual([]);
  await page.evaluate('scrollTo(0, 4000)');
  await page.locator('.card').waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await page.waitForTimeout(300);
  await page.evaluate('scrollTo(0, 4000)');
  await page.waitForTimeout(1_200);
  await asksOnce(page);
});

test('a chat that ends, whose script comes after us', async () => {
  triggers({ on: 'chat', product: 'hubspot' });
  const page = await visit('');
  await page.evaluate(
    `heard = {}; HubSpotConversations = { on: (event, listener) => { (heard[event] ??= []).push(listener) } }`,
  );
  await page.waitForFunction(`'conversationClosed' in heard`);
  await page.evaluate(
    `for (let times = 0; times < 2; times++) heard.conversationClosed.forEach((listener) => listener({ conversation: { conversationId: 7 } }))`,
  );
  await asksOnce(page, '7');
});

test('a chat panel that is closed after a conversation, and not before', { timeout: 20_000 }, async () => {
  triggers({ on: 'chat', product: 'chatwoot' });
  const page = await visit('', 'window.$chatwoot = {}');
  const tell = (...names: string[]) =>
    page.evaluate((events) => {
      for (const name of events)
        dispatchEvent(new CustomEvent(`chatwoot:${name}`, { detail: { message_type: 0, conversation_id: 12 } }));
    }, names);
  await tell('opened', 'closed');
  await page.waitForTimeout(2_500);
  expect(await asked(page)).toEqual([]);
  await tell('opened', 'on-message', 'closed', 'opened');
  await page.waitForTimeout(2_500);
  expect(await asked(page)).toEqual([]);
  await tell('closed');
  await asksOnce(page, '12');
});

test('a site without such triggers pays for none of their modules', async () => {
  triggers({ on: 'url', match: 'exact', value: '/never' });
  const page = await visit('', `dataLayer = [{ event: 'purchase', ecommerce: { transaction_id: 'T1' } }]`);
  await page.waitForTimeout(settleMs);
  expect(await asked(page)).toEqual([]);
});
