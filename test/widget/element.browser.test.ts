import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { onPages } from '../support/onPages.ts';
import { newTab } from '../support/tabs.ts';

const here = onPages();
afterEach(() => expect(here.disturbances).toEqual([]));

const elementScript = () => `<script type="module" src="${here.shop.collector}/assets/element.js"></script>`;

/** A page that keeps its `vivencia:*` events in `told`. */
async function visit(body: string): Promise<Page> {
  const page = await newTab(here.browser);
  page.on('pageerror', (error) => here.disturbances.push(String(error)));
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const event of ['shown', 'suppressed', 'failed', 'dismissed'])
      document.addEventListener(`vivencia:${event}`, ({ target, detail }: CustomEventInit & Event) => {
        told.push([event, (target as Element).id, detail.reason ?? detail.problem].filter((word) => word).join(' '));
      });
  });
  await page.goto(here.shop.page(`<title>Shop</title><link rel="icon" href="data:,">${body}`));
  return page;
}

const told = (page: Page) => page.evaluate('told') as Promise<string[]>;
const inside = (page: Page, id = 'asks') => page.locator(`#${id} .card`);
const element = '<vivencia-prompt id="asks" touchpoint="checkout" interaction="order-1"></vivencia-prompt>';

describe('<vivencia-prompt> asks in its place', () => {
  test.each<[string, () => string]>([
    ['before any script', () => element + elementScript() + here.shop.tag()],
    ['after both scripts', () => here.shop.tag() + elementScript() + element],
    ['where its own script comes last', () => here.shop.tag() + element + elementScript()],
    ['where a page has the id “vivencia”', () => `<i id="vivencia"></i>${element}${elementScript()}${here.shop.tag()}`],
  ])('%s', async (_, body) => {
    const page = await visit(body());
    await inside(page).waitFor();
    await expect.poll(() => here.shop.deliveries).toMatchObject([{ touchpoint: 'checkout', interaction: 'order-1' }]);
    await expect.poll(() => told(page)).toEqual(['shown asks']);
  });

  test('when an application makes it, and names its attributes afterwards', async () => {
    const page = await visit(here.shop.tag() + elementScript());
    await page.evaluate(() => {
      const made = document.createElement('vivencia-prompt');
      document.body.append(made);
      made.setAttribute('interaction', 'order-1');
      made.setAttribute('touchpoint', 'checkout');
      made.id = 'asks';
    });
    await inside(page).waitFor();
    await expect.poll(() => told(page)).toEqual(['shown asks']);
  });

  test('in its own language, as unexpected, and with `show` against the quiet rules', async () => {
    Object.assign(here.shop.settings.touchpoints.checkout ?? {}, { sampling: 0 });
    const page = await visit(
      `${element.replace('>', ' show unexpected locale="ca">')}${elementScript()}${here.shop.tag()}`,
    );
    await inside(page).waitFor();
    await expect.poll(() => here.shop.deliveries).toMatchObject([{ locale: 'ca', unexpected: true }]);
  });
});

describe('<vivencia-prompt> asks once about an interaction', () => {
  test('though it is moved while it waits to ask, and again once it has asked', async () => {
    Object.assign(here.shop.settings.touchpoints.checkout ?? {}, { delayMs: 300 });
    const page = await visit(`${element}<section></section><main></main>${here.shop.tag()}${elementScript()}`);
    await page.waitForFunction("customElements.get('vivencia-prompt') && vivencia.q");
    const move = (to: string) => page.evaluate(`document.querySelector('${to}').append(asks)`);
    await move('section');
    await inside(page).waitFor();
    await move('main');
    await page.waitForTimeout(600);
    expect(await page.locator('main #asks .card').count()).toBe(1);
    await expect.poll(() => told(page)).toEqual(['shown asks']);
    expect(here.shop.passes).toMatchObject([{ outcome: 'asked' }]);
  });

  test('and about the next one, where it names another', async () => {
    const page = await visit(element + here.shop.tag() + elementScript());
    await inside(page).waitFor();
    await inside(page).getByRole('button', { name: 'Close' }).click();
    await page.evaluate("asks.setAttribute('interaction', 'order-1')");
    await page.evaluate("asks.setAttribute('interaction', 'order-2')");
    await inside(page).waitFor();
    await expect.poll(() => told(page)).toEqual(['shown asks', 'dismissed asks', 'shown asks']);
    await expect.poll(() => here.shop.deliveries.at(-1)?.interaction).toBe('order-2');
  });

  test('and says why not, where a new element names an old one', async () => {
    const page = await visit(element + here.shop.tag() + elementScript());
    await inside(page).waitFor();
    await inside(page).getByRole('button', { name: 'Close' }).click();
    await page.evaluate('asks.replaceWith(asks.cloneNode())');
    await expect.poll(() => told(page)).toEqual(['shown asks', 'dismissed asks', 'suppressed asks already_asked']);
  });
});

describe('<vivencia-prompt> that goes away', () => {
  test('takes its prompt with it, and the next one asks', async () => {
    const page = await visit(element + here.shop.tag() + elementScript());
    await inside(page).waitFor();
    await page.evaluate("asks.outerHTML = '<vivencia-prompt id=next touchpoint=checkout></vivencia-prompt>'");
    await inside(page, 'next').waitFor();
    expect(await page.locator('.card').count()).toBe(1);
  });

  test('at once does not ask', async () => {
    const page = await visit(here.shop.tag() + elementScript());
    await page.waitForFunction("customElements.get('vivencia-prompt') && vivencia.q");
    await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', html);
      document.querySelector('vivencia-prompt')?.remove();
    }, element);
    await page.waitForTimeout(300);
    expect([await told(page), here.shop.passes]).toEqual([[], []]);
  });
});

describe('<vivencia-prompt> with attributes that are wrong', () => {
  test.each([
    ['no touchpoint', '', /^failed (asks )?invalid_touchpoint/],
    ['a touchpoint that is none', 'touchpoint="Check out!"', /^failed (asks )?invalid_touchpoint: Check out!/],
  ])('tells so: %s', async (_, attributes, problem) => {
    const page = await visit(
      `<vivencia-prompt id="asks" ${attributes}></vivencia-prompt>${here.shop.tag()}${elementScript()}`,
    );
    await expect.poll(() => told(page)).toEqual([expect.stringMatching(problem)]);
  });

  test.each([
    ['an empty interaction', 'interaction=""'],
    ['a language that is none', 'locale="(" interaction="order-1"'],
    ['values where there are none', 'show="never" unexpected="false"'],
  ])('asks all the same: %s', async (_, attributes) => {
    const page = await visit(
      `<vivencia-prompt id="asks" touchpoint="checkout" ${attributes}></vivencia-prompt>${here.shop.tag()}${elementScript()}`,
    );
    await inside(page).waitFor();
    await expect.poll(() => here.shop.deliveries.length).toBe(1);
    expect(here.shop.deliveries[0]?.interaction).not.toBe('');
  });

  test('waits for a script that never comes, without a word', async () => {
    const page = await visit(element + elementScript() + elementScript().replace('.js', '.js?again'));
    await page.waitForFunction("customElements.get('vivencia-prompt')");
    await page.waitForTimeout(200);
    expect(await told(page)).toEqual([]);
  });
});
