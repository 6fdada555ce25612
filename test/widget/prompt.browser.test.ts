import { emotions } from '@vivencia/contract/emotion';
import { emotionSets } from '@vivencia/contract/emotionSet';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { evaluationScales } from '@vivencia/contract/scale';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { command, onPages } from '../support/onPages.ts';
import { everyStep, plain, tapRested } from '../support/prompting.ts';
import { manifest } from '../support/shop.ts';

const settings: PromptSettings = { ...everyStep, emotions: emotionSets.core, evaluation: null };

const here = onPages();

async function ask(page: Page, options: object = {}): Promise<void> {
  await command(page, 'trigger', 'checkout', options);
  await page.locator('.card').waitFor();
}

const face = (page: Page, name: string) => page.locator('.emotions label', { hasText: name });

/** The circle in this place. */
const strength = (page: Page, place: number) => tapRested(page.locator('.strengths label').nth(place));
/** The page's clock in hand: what would be waited for passes at once. */
const clocked = async (page: Page) => {
  await page.clock.install();
  return page;
};
const revisions = () => here.shop.deliveries.map(({ revision, status }) => `${revision} ${status}`);
const settled = (count: number) => expect.poll(() => here.shop.deliveries.length, { timeout: 5_000 }).toBe(count);
/** What the keyboard would act on. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element instanceof HTMLInputElement ? `${element.name} ${element.value}` : (element?.tagName ?? '');
  });

describe('one answer', () => {
  test('face, strength and comment are delivered as they come', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page, { interaction: 'order-1001', segment: { plan: 'pro' } });
    await settled(1);
    await face(page, 'Frustrated').click();
    await settled(2);
    await strength(page, 3);
    await settled(3);
    await page.locator('textarea').fill('The courier never came.');
    await page.locator('.send').click();
    await settled(4);
    expect(revisions()).toEqual(['0 shown', '1 answered', '2 answered', '3 answered']);
    expect(new Set(here.shop.deliveries.map(({ id }) => id)).size).toBe(1);
    expect(here.shop.deliveries[0]).not.toHaveProperty('emotion');
    expect(here.shop.deliveries[3]).toMatchObject({
      site: 'pk_test',
      touchpoint: 'checkout',
      emotion: 'frustrated',
      strength: 4,
      comment: 'The courier never came.',
      interaction: 'order-1001',
      segment: { plan: 'pro' },
      locale: 'en',
      channel: 'web',
      version: 3,
    });
    expect(here.shop.deliveries[1]?.latencyMs).toBeGreaterThan(0);
    expect(here.shop.deliveries[3]?.latencyMs).toBe(here.shop.deliveries[1]?.latencyMs);
    const passed = { site: 'pk_test', touchpoint: 'checkout', interaction: 'order-1001', outcome: 'asked' };
    await expect.poll(() => here.shop.passes).toEqual([passed]);
    expect(here.disturbances).toEqual([]);
  });

  test('a tap on the word is one on the face', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    await page.getByText('Relieved').click();
    await tapRested(page.getByText('Fairly'));
    await settled(3);
    expect(here.shop.deliveries[2]).toMatchObject({ emotion: 'relieved', strength: 3 });
  });

  test('thanks goes away by itself, but not under the pointer', async () => {
    const page = await clocked(await here.visit(here.shop.page(plain(here.shop.tag()))));
    await ask(page);
    await face(page, 'Indifferent').click();
    await page.locator('.send').click();
    await page.locator('.card', { hasText: 'Thank you' }).hover();
    await page.clock.runFor(4_500);
    expect(await page.locator('.card').count()).toBe(1);
    await page.mouse.move(1, 1);
    await page.clock.runFor(3_000);
    expect(await page.locator('.card').count()).toBe(1);
    await page.clock.runFor(2_000);
    await page.locator('.card').waitFor({ state: 'detached' });
  });

  test('reasons and the touchpoint’s own words', async () => {
    here.shop.promptSettings.checkout = { ...settings, wording: { es: { question: '¿Qué tal la compra?' } } };
    Object.assign(here.shop.settings.touchpoints.checkout ?? {}, { prompt: true });
    const page = await here.visit(here.shop.page(plain(here.shop.tag(), 'es-MX')));
    await ask(page);
    expect(await page.locator('legend').textContent()).toBe('¿Qué tal la compra?');
    await face(page, 'Indiferencia').click();
    for (const name of ['Delivery', 'Payment', 'Price']) await page.getByRole('checkbox', { name }).click();
    expect(await page.getByRole('checkbox', { name: 'Finding things' }).isDisabled()).toBe(true);
    const last = () => here.shop.deliveries.at(-1);
    const reasons = ['delivery', 'payment', 'price'];
    // Each is a tap, and so delivered without a Send.
    await expect.poll(last).toMatchObject({ reasons, locale: 'es-419' });
    await page.getByRole('button', { name: 'Enviar' }).click();
    await page.getByRole('button', { name: 'Cerrar' }).click();
    expect(last()).toMatchObject({ reasons });
  });

  test('a double tap on a face says nothing of strength', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    // The strength's circles come to stand where these faces were.
    await face(page, 'Confused').dblclick({ delay: 20 });
    await page.waitForTimeout(500);
    expect(here.shop.deliveries.at(-1)).toMatchObject({ emotion: 'confused', revision: 1 });
    expect(here.shop.deliveries.at(-1)).not.toHaveProperty('strength');
    expect(await page.locator('.strengths :checked').count()).toBe(0);
    await strength(page, 2);
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ strength: 3 });
  });

  test('a face keeps its features and its colour when it is chosen, and beside one that is', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    const disc = (name: string) =>
      face(page, name).evaluate((label) => {
        const { backgroundColor, stroke } = getComputedStyle(label.querySelector('svg') as Element);
        return [backgroundColor, stroke];
      });
    const before = [await disc('Frustrated'), await disc('Indifferent')];
    await face(page, 'Frustrated').click();
    await page.getByRole('button', { name: 'Back' }).click();
    expect([await disc('Frustrated'), await disc('Indifferent')]).toEqual(before);
  });

  test('going back changes it', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    await face(page, 'Angry').click();
    await strength(page, 4);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await tapRested(face(page, 'Relieved'));
    await settled(4);
    expect(here.shop.deliveries[3]).toMatchObject({ revision: 3, emotion: 'relieved' });
    expect(here.shop.deliveries[3]).not.toHaveProperty('strength');
  });

  test('going back from the thanks stops their going away', async () => {
    const page = await clocked(await here.visit(here.shop.page(plain(here.shop.tag()))));
    await ask(page);
    await face(page, 'Indifferent').click();
    await page.locator('.send').click();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.mouse.move(1, 1);
    await page.clock.runFor(4_500);
    expect(await page.locator('textarea').count()).toBe(1);
    await page.locator('textarea').fill('Now I know.');
    await page.locator('.send').click();
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ comment: 'Now I know.' });
    await page.mouse.move(1, 1);
    await page.clock.runFor(4_500);
    await page.locator('.card').waitFor({ state: 'detached' });
  });

  test('closing before answering is a dismissal; after answering it is nothing', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    await page.getByRole('button', { name: 'Close' }).click();
    await settled(2);
    expect(revisions()).toEqual(['0 shown', '1 dismissed']);
    await ask(page, { interaction: 'two' });
    await face(page, 'Happy').click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.waitForTimeout(200);
    expect(revisions().slice(2)).toEqual(['0 shown', '1 answered']);
  });

  test('leaving the page unanswered is told', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    await settled(1);
    await page.goto('about:blank');
    await expect.poll(() => revisions()).toContain('1 abandoned');
  });

  test('leaving right after the first tap loses nothing', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    await face(page, 'Happy').click({ noWaitAfter: true });
    await page.goto('about:blank');
    await expect.poll(() => here.shop.deliveries.some(({ emotion }) => emotion === 'happy')).toBe(true);
    expect(revisions()).not.toContain('2 abandoned');
  });

  test('a collector that is not ready gets it later', async () => {
    here.shop.refusals.push({ status: 503, headers: { 'retry-after': '2' } });
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await ask(page);
    const started = Date.now();
    await settled(2);
    expect(Date.now() - started).toBeGreaterThan(1_500);
    expect(revisions()).toEqual(['0 shown', '0 shown']);
  });
});

describe('by keyboard', () => {
  test('the whole answer', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await page.locator('#before').focus();
    await ask(page);
    await page.waitForTimeout(300);
    expect(await focused(page)).toBe('BUTTON');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('emotions excited');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('emotions relieved');
    await page.waitForTimeout(100);
    expect(revisions()).toEqual(['0 shown']);
    await page.keyboard.press('Enter');
    await settled(2);
    expect(await focused(page)).toBe('strengths 1');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(revisions()).toHaveLength(2);
    await page.keyboard.press('Space');
    await settled(3);
    expect(await focused(page)).toBe('TEXTAREA');
    await page.keyboard.type('Good.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await settled(4);
    expect(here.shop.deliveries[3]).toMatchObject({ emotion: 'relieved', strength: 3, comment: 'Good.' });
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('BUTTON');
  });

  test('Escape belongs to the page until focus is inside', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())));
    await page.locator('#before').focus();
    await ask(page);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
    expect(await page.locator('.card').count()).toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await settled(2);
    expect(revisions()).toEqual(['0 shown', '1 dismissed']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
  });

  test('what is typed is no shortcut of the page', async () => {
    const page = await here.visit(
      here.shop.page(
        plain(`<script>heard = []; addEventListener('keydown', (e) => heard.push(e.key));</script>${here.shop.tag()}`),
      ),
    );
    await ask(page);
    await face(page, 'Indifferent').click();
    await page.locator('textarea').pressSequentially('abc');
    await page.locator('.send').focus();
    await page.keyboard.press('Shift');
    await page.locator('#before').focus();
    await page.keyboard.press('x');
    expect(await page.evaluate('heard')).toEqual(['x']);
  });
});

describe('on a difficult page', () => {
  const look = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('[popover]')?.shadowRoot;
      const card = root?.querySelector('.card') as HTMLElement;
      const legend = root?.querySelector('legend') as HTMLElement;
      const box = card.getBoundingClientRect();
      return {
        width: box.width,
        fromRight: innerWidth - box.right,
        fromBottom: innerHeight - box.bottom,
        radius: getComputedStyle(card).borderRadius,
        ground: getComputedStyle(card).backgroundColor,
        question: getComputedStyle(legend).fontSize,
        ink: getComputedStyle(legend).color,
        font: getComputedStyle(legend).fontFamily,
        onTop: root?.elementFromPoint(box.x + box.width / 2, box.y + box.height - 60)?.getRootNode() === root,
      };
    });
  const expected = {
    width: 320,
    fromRight: 20,
    fromBottom: 20,
    radius: '18px',
    ground: 'rgb(255, 255, 255)',
    question: '16.5px',
    ink: 'rgb(27, 29, 34)',
    font: 'system-ui, sans-serif',
    onTop: true,
  };

  test.each([
    ['nothing', ''],
    ['a small root font', 'html { font-size: 62.5% }'],
    ['everything unset', '* { all: unset !important }'],
    [
      'everything overridden',
      '* { display: inline !important; position: static !important; font: 40px serif !important; margin: 9px !important; background: red !important; color: lime !important; width: 11px !important; opacity: .1 !important; transform: scale(2) !important; visibility: hidden !important }',
    ],
    ['a transformed body', 'body { transform: translateX(50px) scale(.5); filter: blur(1px); contain: strict }'],
    ['a war of z-indexes', 'main { position: fixed; inset: 0; z-index: 2147483647; background: #eee }'],
    ['popovers restyled', '[popover] { inset: 0 !important; padding: 3em !important; display: none !important }'],
  ])('it looks the same with %s', async (_, css) => {
    const page = await here.visit(here.shop.page(plain(`<style>${css}</style>${here.shop.tag()}`)), {
      reducedMotion: 'reduce',
    });
    await ask(page);
    expect(await look(page)).toEqual(expected);
  });

  test('the strictest content security policy and Trusted Types', async () => {
    const policy = [
      "default-src 'none'",
      "script-src 'nonce-n0nce' 'strict-dynamic'",
      `connect-src ${here.shop.collector}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      'img-src data:',
      'report-uri /csp',
    ].join('; ');
    const page = await here.visit(
      here.shop.page(plain(here.shop.tag('nonce="n0nce"')), { 'content-security-policy': policy }),
      {
        reducedMotion: 'reduce',
      },
    );
    await ask(page);
    expect((await look(page)).width).toBe(320);
    await face(page, 'Happy').click();
    await strength(page, 1);
    await page.locator('textarea').fill('Fine.');
    await page.locator('.send').click();
    await settled(4);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(here.disturbances).toEqual([]);
    expect(here.shop.violations).toEqual([]);
  });

  test('storage that throws', async () => {
    const page = await here.visit(
      here.shop.page(
        plain(`<script>for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })</script>${here.shop.tag()}`),
      ),
    );
    await command(page, 'reset');
    await ask(page, { interaction: 'once' });
    await face(page, 'Happy').click();
    await page.getByRole('button', { name: 'Close' }).click();
    await command(page, 'trigger', 'checkout', { interaction: 'once' });
    await expect.poll(() => here.shop.passes.at(-1)).toMatchObject({ outcome: 'suppressed', reason: 'already_asked' });
    expect(here.disturbances).toEqual([]);
  });

  test('an open modal dialog: inside it if the trigger is there, otherwise not at all', async () => {
    const page = await here.visit(
      here.shop.page(
        plain(`<dialog><button data-vivencia-touchpoint="checkout">Pay</button></dialog>${here.shop.tag()}`),
      ),
    );
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await command(page, 'trigger', 'checkout', { interaction: 'behind' });
    await expect.poll(() => here.shop.passes).toHaveLength(1);
    expect(here.shop.passes[0]).toMatchObject({ outcome: 'suppressed', reason: 'open_dialog' });
    await page.locator('[data-vivencia-touchpoint]').click();
    await page.locator('dialog .card').waitFor();
    await face(page, 'Happy').click();
    await settled(2);
  });

  test('in a container of the page', async () => {
    const page = await here.visit(here.shop.page(plain(`<div id="here"></div>${here.shop.tag()}`)));
    await page.evaluate(() => {
      const { vivencia } = window as unknown as { vivencia(...call: unknown[]): void };
      vivencia('show', 'checkout', { container: document.querySelector('#here') });
    });
    await page.locator('#here .card').waitFor();
    expect(await page.locator('#here > div').evaluate((host) => getComputedStyle(host).position)).toBe('static');
  });
});

describe('for everybody', () => {
  const locales = Object.keys(manifest).flatMap((name) => (name.startsWith('prompt.') ? [name.slice(7)] : []));

  test.each(locales)('everything fits 320 px and can be hit, %s', async (lang) => {
    // Every feeling that there is, and beside it a touchpoint for each scale.
    const { touchpoints } = here.shop.settings;
    for (const evaluation of [null, ...evaluationScales]) {
      const key = evaluation ?? 'checkout';
      here.shop.promptSettings[key] = {
        ...settings,
        emotions: evaluation ? settings.emotions : emotions,
        evaluation,
        reasons: [],
      };
      touchpoints[key] = { ...(touchpoints.checkout as NonNullable<typeof touchpoints.checkout>), prompt: true };
    }
    const small = { viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' } as const;
    const page = await here.visit(here.shop.page(plain(here.shop.tag(), lang)), small);
    await ask(page);
    const fits = () =>
      page.evaluate(() => {
        const root = document.querySelector('[popover]')?.shadowRoot as ShadowRoot;
        const card = root.querySelector('.card') as HTMLElement;
        const small = [...root.querySelectorAll('label, button, textarea')]
          .map((target) => target.getBoundingClientRect())
          .filter(({ width, height }) => width < 44 || height < 44);
        /** Where the letters are: a box may be narrower than the word in it. */
        const written = (element: Element) => {
          const range = document.createRange();
          range.selectNodeContents(element.lastChild as Node);
          return range;
        };
        const letters = (element: Element) => written(element).getBoundingClientRect();
        const cut = (element: Element) => {
          const lines = new Set([...written(element).getClientRects()].map(({ top }) => top)).size;
          return lines > (element.textContent ?? '').split(/[\s\u200b-]|(?<=[，。])(?=.)/).length;
        };
        const texts = [...root.querySelectorAll('label span, legend, h2, small, button:not(.close)')];
        const collisions = texts.filter((text, index) => {
          const { left, right, top, bottom } = letters(text);
          return texts.some((other, place) => {
            const next = letters(other);
            const apart = next.left >= right + 2 || next.right <= left - 2 || next.top >= bottom || next.bottom <= top;
            return place !== index && !apart;
          });
        });
        const { top, bottom, left, right } = card.getBoundingClientRect();
        // By no more than half of what is between two labels.
        const outside = texts.filter((text) => {
          const around = text.closest('label, button')?.getBoundingClientRect() ?? { left: left + 8, right: right - 8 };
          return letters(text).left < around.left - 2 || letters(text).right > around.right + 2;
        });
        const textarea = root.querySelector('textarea');
        return {
          small: small.length,
          collisions: collisions.map(({ textContent }) => textContent),
          cut: texts.filter(cut).map(({ textContent }) => textContent),
          outside: outside.map(({ textContent }) => textContent),
          sideways: card.scrollWidth - card.clientWidth + (textarea ? textarea.scrollWidth - textarea.clientWidth : 0),
          inside: top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth,
        };
      });
    const good = { small: 0, collisions: [], cut: [], outside: [], sideways: 0, inside: true };
    expect(await fits()).toEqual(good);
    await page.locator('.emotions label').last().click();
    expect(await fits()).toEqual(good);
    await tapRested(page.locator('.strengths label').last());
    expect(await fits()).toEqual(good);
    await page.locator('.send').click();
    expect(await fits()).toEqual(good);
    expect(await page.evaluate(() => document.querySelector('[popover]')?.getAttribute('lang'))).toBe(lang);
    for (const evaluation of evaluationScales) {
      await command(page, 'dismiss');
      await page.locator('.card').waitFor({ state: 'detached' });
      await command(page, 'trigger', evaluation);
      await tapRested(page.locator('.emotions .sign0'));
      await page.locator('.ratings').waitFor();
      expect(await fits()).toEqual(good);
    }
  });

  test('right to left, also on a page that is not', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag(), 'ar')), { reducedMotion: 'reduce' });
    await ask(page);
    const side = () =>
      page.evaluate(() => {
        const root = document.querySelector('[popover]')?.shadowRoot as ShadowRoot;
        const card = root.querySelector('.card')?.getBoundingClientRect() as DOMRect;
        const close = root.querySelector('.close')?.getBoundingClientRect() as DOMRect;
        const [first] = [...root.querySelectorAll('label')].map((label) => label.getBoundingClientRect());
        return {
          card: card.left < innerWidth - card.right ? 'left' : 'right',
          close: close.left - card.left < 20 ? 'left' : 'right',
          first: (first?.left ?? 0) > card.left + 150 ? 'right' : 'left',
        };
      });
    expect(await side()).toEqual({ card: 'left', close: 'left', first: 'right' });
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    expect(await side()).toEqual({ card: 'left', close: 'left', first: 'right' });
  });

  test('left to right on a page that is not', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag()).replace('<html', '<html dir="rtl"')));
    await ask(page);
    expect(await page.locator('.card').evaluate((card) => getComputedStyle(card).direction)).toBe('ltr');
  });

  test('nothing moves for those who do not want it', async () => {
    const page = await here.visit(here.shop.page(plain(here.shop.tag())), { reducedMotion: 'reduce' });
    await ask(page);
    expect(await page.locator('.step').evaluate((step) => getComputedStyle(step).animationName)).toBe('none');
  });
});
