import { emotions } from '@vivencia/contract/emotion';
import { positions, touchpointLimits } from '@vivencia/contract/touchpoint';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faces } from '../../packages/widget/src/prompt/faces.ts';
import { onPages } from '../support/onPages.ts';
import { plain, settle, show, tap, visit } from '../support/prompting.ts';
import { newTab } from '../support/tabs.ts';

const here = onPages();

beforeEach(() => settle(here.shop, {}));
afterEach(() => expect(here.disturbances).toEqual([]));

const open = async (css: string, options: BrowserContextOptions = {}, head = '') => {
  const page = await visit(
    here.browser,
    here.shop.page(plain(here.shop.tag(), 'en', `${head}<style>${css}</style>`)),
    here.disturbances,
    {
      reducedMotion: 'reduce',
      ...options,
    },
  );
  await show(page);
  return page;
};
const style = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe('light or dark', () => {
  const light = 'rgb(255, 255, 255)';
  const dark = 'rgb(29, 32, 38)';
  const follows = '<meta name="color-scheme" content="light dark">';

  test.each<[string, 'light' | 'dark', string, string, string]>([
    ['a page that says nothing is light, whatever the visitor prefers', 'dark', '', '', light],
    ['a page that follows the visitor, by its meta element', 'dark', '', follows, dark],
    ['the same for who prefers light', 'light', '', follows, light],
    ['a page that follows the visitor, by its style', 'dark', ':root { color-scheme: light dark }', '', dark],
    ['a page that is dark', 'light', ':root { color-scheme: dark }', '', dark],
    ['a page that unsets everything', 'dark', '* { all: unset !important }', follows, dark],
    ['a page that wants a dark prompt', 'light', ':root { --vivencia-scheme: dark }', '', dark],
    ['a dark page that wants a light prompt', 'dark', ':root { --vivencia-scheme: light }', follows, light],
  ])('%s', async (_, colorScheme, css, head, expected) => {
    const page = await open(css, { colorScheme }, head);
    expect(await style(page, '.card', 'background-color')).toBe(expected);
  });
});

describe('the page’s own look', () => {
  const red = 'rgb(255, 0, 0)';

  const byName = ([one]: string[], [other]: string[]) => ((one ?? '') < (other ?? '') ? -1 : 1);
  const properties: [name: string, value: string, selector: string, shown: string, expected: string][] = [
    ['--vivencia-ink', 'red', '.card', 'color', red],
    ['--vivencia-soft', 'red', '.close', 'color', red],
    ['--vivencia-line', 'red', '.card', 'border-top-color', red],
    ['--vivencia-card', 'red', '.card', 'background-color', red],
    ['--vivencia-hover', 'red', '.emotions label', 'background-color', red],
    ['--vivencia-positive', 'red', '.sign1 svg', 'stroke', red],
    ['--vivencia-positive-tint', 'red', '.sign1 svg', 'background-color', red],
    ['--vivencia-neutral', 'red', '.sign0 svg', 'stroke', red],
    ['--vivencia-neutral-tint', 'red', '.sign0 svg', 'background-color', red],
    ['--vivencia-negative', 'red', '.sign-1 svg', 'stroke', red],
    ['--vivencia-negative-tint', 'red', '.sign-1 svg', 'background-color', red],
    ['--vivencia-accent', 'red', '.send', 'background-color', red],
    ['--vivencia-on-accent', 'red', '.send', 'color', red],
    ['--vivencia-radius', '0px', '.card', 'border-top-left-radius', '0px'],
    ['--vivencia-font', 'monospace', 'legend', 'font-family', 'monospace'],
  ];

  test.each(['light', 'dark'])('each property of it, %s', async (scheme) => {
    const page = await open(`:root { --vivencia-scheme: ${scheme} }`);
    const chosen = (property: string, value: string) =>
      page.evaluate(
        ([name = '', value = '']) => document.documentElement.style.setProperty(name, value),
        [property, value],
      );
    const found: (typeof properties)[number][] = [];
    const look = async (isThere: (selector: string) => boolean) => {
      for (const [property, value, selector, shown] of properties.filter(([, , selector]) => isThere(selector))) {
        await chosen(property, value);
        found.push([property, value, selector, shown, await style(page, selector, shown)]);
        await chosen(property, '');
      }
    };
    await page.locator('.emotions label').first().hover();
    await look((selector) => selector !== '.send');
    await tap(page, 'indifferent');
    await look((selector) => selector === '.send');
    expect(found.toSorted(byName)).toEqual(properties.toSorted(byName));
    // Where nothing is chosen, nothing stays.
    expect(await style(page, '.send', 'background-color')).not.toBe(red);
  });

  test('each part can be styled from outside', async () => {
    const parts = 'card question choice face label back skip send close comment'.split(' ');
    const rules = parts.map((part, place) => `::part(${part}) { outline: ${place + 1}px dotted blue !important }`);
    const page = await open(rules.join(' '));
    const found = new Map<string, string>();
    const look = async () => {
      const styled = await page
        .locator('[part]')
        .evaluateAll((elements) =>
          elements.map(
            (element) => [element.getAttribute('part') ?? '', getComputedStyle(element).outlineWidth] as const,
          ),
        );
      for (const [part, width] of styled) found.set(part, width);
    };
    await look();
    await tap(page, 'happy');
    await look();
    await tap(page, 5);
    await look();
    await page.locator('.send').click();
    await page.locator('.skip').click();
    await look();
    const outlines = Object.fromEntries(parts.map((part, place) => [part, `${place + 1}px`]));
    expect(Object.fromEntries(found)).toEqual(outlines);
  });
});

describe('where it stands', () => {
  const edges = (page: Page) =>
    page.locator('.card').evaluate((card) => {
      const { left, right, top, bottom, width } = card.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      return { left, right: clientWidth - right, top, bottom: clientHeight - bottom, width };
    });
  const large = { width: 1280, height: 800 };
  const small = { width: 320, height: 568 };

  test.each(positions.flatMap((position) => (['en', 'ar'] as const).map((lang) => [position, lang] as const)))(
    '%s in %s',
    async (position, lang) => {
      settle(here.shop, { position });
      const address = here.shop.page(plain(here.shop.tag(), lang));
      const page = await visit(here.browser, address, here.disturbances, { viewport: large, reducedMotion: 'reduce' });
      await show(page);
      const there = await edges(page);
      const [side, end] = position.split('-');
      if (end) {
        expect(there[side as 'top' | 'bottom']).toBe(20);
        expect((end === 'end') === (lang === 'en') ? there.right : there.left).toBe(20);
      } else {
        expect([there.left - there.right, there.top - there.bottom]).toEqual([0, 0]);
      }
      expect(there.width).toBe(320);
      // On a phone, a sheet across the edge that a thumb reaches.
      await page.setViewportSize(small);
      expect(await edges(page)).toMatchObject({ left: 0, right: 0, bottom: 0, width: 320 });
    },
  );

  test('a card that is higher than the screen is scrolled, not cut', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances, {
      viewport: { width: 1280, height: 200 },
      reducedMotion: 'reduce',
    });
    await show(page);
    expect(await edges(page)).toMatchObject({ top: 20, bottom: 20 });
    await page.locator('.emotions label').last().click();
  });

  test.each([large, small])(
    'in a container of the page, $width px wide: in its flow, with all its corners',
    async (viewport) => {
      const body = `<div id="here"></div><p id="after">After</p>${here.shop.tag()}`;
      const page = await visit(here.browser, here.shop.page(plain(body)), here.disturbances, {
        viewport,
        reducedMotion: 'reduce',
      });
      await page.waitForFunction(() => 'vivencia' in window);
      await page.evaluate(() => {
        const { vivencia } = window as unknown as { vivencia(...call: unknown[]): void };
        vivencia('show', 'checkout', { container: document.querySelector('#here') });
      });
      await page.locator('#here .card').waitFor();
      const { card, after, around } = await page.evaluate(() => ({
        card: document
          .querySelector('#here > div')
          ?.shadowRoot?.querySelector('.card')
          ?.getBoundingClientRect()
          .toJSON(),
        after: document.querySelector('#after')?.getBoundingClientRect().toJSON(),
        around: document.querySelector('#here')?.getBoundingClientRect().toJSON(),
      }));
      expect(after.top).toBeGreaterThanOrEqual(card.bottom);
      expect([card.left, card.bottom]).toEqual([around.left, around.bottom]);
      expect(card.right).toBeLessThanOrEqual(viewport.width);
      expect(await style(page, '.card', 'border-bottom-left-radius')).toBe('18px');
    },
  );
});

test.each([
  ['one long word', (length: number) => 'x'.repeat(length)],
  ['Japanese without places to break', (length: number) => 'あ'.repeat(length)],
])('the touchpoint’s own words at their longest stay within the card: %s', async (_, written) => {
  const text = written(touchpointLimits.wording);
  settle(here.shop, {
    wording: { en: { question: text, strength: text, reasons: text, evaluation: text, comment: text, thanks: text } },
    reasons: ['a', 'b'].map((key) => ({ key, label: { en: written(touchpointLimits.label) } })),
  });
  const page = await open('', { viewport: { width: 320, height: 568 } });
  const sideways = async () => {
    // What is announced is written in the card, too.
    await page.waitForTimeout(150);
    const over = await page.locator('.card').evaluate((card) => card.scrollWidth - card.clientWidth);
    const shown = await page.locator('legend, h2').textContent();
    return { isOwn: shown === text, over };
  };
  const good = { isOwn: true, over: 0 };
  expect(await sideways()).toEqual(good);
  await tap(page, 'happy');
  expect(await sideways()).toEqual(good);
  await tap(page, 5);
  expect(await sideways()).toEqual(good);
  await page.locator('.send').click();
  expect(await sideways()).toEqual(good);
  await page.locator('.skip').click();
  expect(await sideways()).toEqual(good);
  await page.locator('.send').click();
  expect(await sideways()).toEqual(good);
});

test('the face beside a question stands at its edge in every step', async () => {
  const page = await open('');
  await tap(page, 'happy');
  const indent = () => page.locator('.step [part=face]').evaluate((face) => getComputedStyle(face).marginLeft);
  const found = [await indent()];
  await tap(page, 5);
  found.push(await indent());
  expect(found).toEqual(['0px', '0px']);
});

test('no two faces can be taken for each other, in grey at 24 px', async () => {
  const page = await newTab(here.browser);
  const pairs = await page.evaluate((drawn) => {
    const pixels = Object.entries(drawn).map(([name, strokes]) => {
      const context = new OffscreenCanvas(24, 24).getContext('2d') as OffscreenCanvasRenderingContext2D;
      Object.assign(context, { lineWidth: 1.7, lineCap: 'round', lineJoin: 'round' });
      context.stroke(new Path2D(strokes));
      const ink = context.getImageData(0, 0, 24, 24).data.filter((_, place) => place % 4 === 3);
      return { name, ink };
    });
    const differing = (one: Uint8ClampedArray, other: Uint8ClampedArray) =>
      one.reduce((sum, alpha, place) => sum + Math.abs(alpha - (other[place] ?? 0)), 0) / 255;
    return pixels.flatMap((one, place) =>
      pixels.slice(place + 1).map((other) => ({
        pair: `${one.name} and ${other.name}`,
        // As a share of what is drawn in both.
        share: differing(one.ink, other.ink) / ([...one.ink, ...other.ink].reduce((sum, alpha) => sum + alpha) / 255),
      })),
    );
  }, faces);
  expect(pairs).toHaveLength((emotions.length * (emotions.length - 1)) / 2);
  // Those nearest to each other, confused and worried, differ in 0.28.
  expect(pairs.filter(({ share }) => share < 0.25)).toEqual([]);
});
