import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onPages } from '../support/onPages.ts';
import { everyStep, plain, settle, show, tap, visit } from '../support/prompting.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const here = onPages();

beforeEach(() => settle(here.shop, {}));
afterEach(() => expect(here.disturbances).toEqual([]));

/** Goes through every step as one who points does, and looks at each. */
async function eachStep(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  const next = async (step: string, go: () => Promise<void>) => {
    await look(step);
    await go();
  };
  await next('emotion', () => tap(page, 'confused'));
  await next('strength', () => tap(page, 3));
  await page.locator('.reasons label').first().click();
  await next('reasons', () => page.locator('.send').click());
  await next('evaluation', () => tap(page, 9));
  await page.locator('textarea').fill('Late.');
  await next('comment', () => page.locator('.send').click());
  await look('thanks');
}

/** What is under its contrast: text under 4.5:1, the edges of what can be used and its states under 3:1. */
const faint = (page: Page) =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    /** Whatever notation the colour has; transparent is undefined. */
    const luminance = (colour: string) => {
      if (!context) throw new Error('no canvas');
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha] = context.getImageData(0, 0, 1, 1).data;
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return alpha ? 0.2126 * r + 0.7152 * g + 0.0722 * b : undefined;
    };
    const ground = (element: Element): number =>
      luminance(getComputedStyle(element).backgroundColor) ?? ground(element.parentElement as Element);
    const ratio = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const card = document.querySelector('[popover]')?.shadowRoot?.querySelector('.card') as Element;
    const paper = ground(card);
    return [...card.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      const hasWords = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
      const isOff = element.previousElementSibling?.matches(':disabled') || element.getAttribute('role') === 'status';
      const found = [];
      const text = ratio(luminance(style.color) ?? paper, ground(element));
      if ((hasWords || element.matches('textarea')) && !isOff && text < 4.5) found.push(['text', text]);
      const edge = ratio(luminance(style.borderTopColor) ?? paper, paper);
      if (element.matches('textarea, :checked + span') && edge < 3) found.push(['edge', edge]);
      const ring = ratio(luminance(style.outlineColor) ?? paper, paper);
      if (element.matches('.emotions :has(:checked)') && (style.outlineStyle === 'none' || ring < 3)) {
        found.push(['ring', ring]);
      }
      const stroke = ratio(luminance(style.stroke) ?? paper, ground(element));
      if (element.matches('.strengths circle') && stroke < 3) found.push(['circle', stroke]);
      return found.map(([what, value]) => `${what} ${value} ${element.outerHTML.slice(0, 80)}`);
    });
  });

describe('nothing is found by axe, and nothing is faint, in any step', () => {
  const ground = { light: '', dark: '<style>body { background: #14161a; color: #eee }</style>' };

  test.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
    ['dark', 'ar'],
  ] as const)('%s, %s', async (scheme, lang) => {
    const head = `<meta name="color-scheme" content="${scheme}">${ground[scheme]}`;
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag(), lang, head)), here.disturbances, {
      // Steps would fade in; half-transparent text has no contrast.
      reducedMotion: 'reduce',
    });
    await show(page);
    await page.evaluate(axe);
    const audit = async (step: string) => {
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: object[] }> } };
        return (await axe.run({ resultTypes: ['violations'] })).violations;
      });
      expect({ step, violations, faint: await faint(page) }).toEqual({ step, violations: [], faint: [] });
    };
    await eachStep(page, audit);
    // The last choice as it shows when one comes back to it.
    for (const step of ['comment again', 'evaluation again', 'reasons again', 'strength again', 'emotion again']) {
      await page.locator('.back').click();
      await audit(step);
    }
    expect(await page.evaluate(() => document.querySelector('[popover]')?.hasAttribute('dark'))).toBe(
      scheme === 'dark',
    );
  });
});

describe('what is heard', () => {
  /** Everything that the status region says, from the first moment on. */
  const listen = (page: Page) =>
    page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      document.addEventListener('vivencia:shown', () => {
        const region = document.querySelector('[popover]')?.shadowRoot?.querySelector('[role=status]') as Element;
        heard.push(`(${region.textContent})`);
        new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      });
    });
  const questions = [
    '()',
    'How did that leave you feeling?',
    'How strongly do you feel it?',
    'What was it about?',
    'How likely are you to recommend us to a friend or colleague?',
    'Tell us why (optional)',
    'Thank you. This helps us improve.',
  ];

  test('each question, by those whom focus does not lead', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances);
    await page.waitForFunction(() => 'vivencia' in window);
    await listen(page);
    await show(page);
    await page.waitForTimeout(200);
    await eachStep(page, async () => {});
    expect(await page.evaluate('heard')).toEqual(questions);
    await page.locator('.back').click();
    expect(await page.evaluate('heard.at(-1)')).toBe('Tell us why (optional)');
  });

  test('the first and the thanks, by those whom focus leads through the others', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances);
    await page.waitForFunction(() => 'vivencia' in window);
    await listen(page);
    await page.locator('#before').focus();
    await show(page);
    await page.waitForTimeout(200);
    await page.keyboard.press('Tab');
    for (const step of ['strength', 'reasons', 'evaluation']) {
      await page.keyboard.press(step === 'evaluation' ? 'Shift' : 'Enter');
      await page.waitForTimeout(50);
    }
    await page.locator('.send').press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.send').press('Enter');
    await page.waitForTimeout(50);
    expect(await page.evaluate('heard.filter((said) => said)')).toEqual([...questions.slice(0, 2), questions.at(-1)]);
  });

  test('a reason that is written in another language is spoken in that one', async () => {
    settle(here.shop, {
      reasons: [
        { key: 'both', label: { ca: 'Preu', en: 'Price' } },
        { key: 'english', label: { de: 'Zahlung', en: 'Payment' } },
        { key: 'neither', label: { de: 'Lieferung' } },
      ],
    });
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag(), 'ca')), here.disturbances);
    await show(page);
    await tap(page, 'happy', 4);
    const said = await page
      .locator('.reasons span')
      .evaluateAll((labels) => labels.map((label) => [label.textContent, label.getAttribute('lang')]));
    expect(said).toEqual([
      ['Preu', null],
      ['Payment', 'en'],
      ['Lieferung', 'de'],
    ]);
  });

  test('what a screen reader finds in each step', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances);
    await show(page);
    await page.waitForTimeout(200);
    const steps: string[] = [];
    await eachStep(page, async (step) => {
      steps.push(`# ${step}\n${await page.locator('[popover]').ariaSnapshot()}`);
    });
    expect(steps.join('\n\n')).toMatchInlineSnapshot(`
      "# emotion
      - region "How did that leave you feeling?":
        - group "How did that leave you feeling?":
          - text: How did that leave you feeling?
          - radio "Excited"
          - text: Excited
          - radio "Happy"
          - text: Happy
          - radio "Relieved"
          - text: Relieved
          - radio "Indifferent"
          - text: Indifferent
          - radio "Confused"
          - text: Confused
          - radio "Frustrated"
          - text: Frustrated
          - radio "Angry"
          - text: Angry
        - button "Close"
        - status: How did that leave you feeling?

      # strength
      - region "How did that leave you feeling?":
        - group "How strongly do you feel it?":
          - text: How strongly do you feel it?
          - radio "Barely"
          - text: Barely
          - radio "Slightly"
          - text: Slightly
          - radio "Fairly"
          - text: Fairly
          - radio "Strongly"
          - text: Strongly
          - radio "Extremely"
          - text: Extremely
        - button "Back"
        - button "Skip"
        - button "Close"
        - status: How strongly do you feel it?

      # reasons
      - region "How did that leave you feeling?":
        - group "What was it about?":
          - text: What was it about?
          - checkbox "Delivery" [checked]
          - text: Delivery
          - checkbox "Price"
          - text: Price
          - checkbox "Payment"
          - text: Payment
          - checkbox "Finding things"
          - text: Finding things
        - button "Back"
        - button "Next"
        - button "Close"
        - status: What was it about?

      # evaluation
      - region "How did that leave you feeling?":
        - group "How likely are you to recommend us to a friend or colleague?":
          - text: How likely are you to recommend us to a friend or colleague?
          - radio "0"
          - text: "0"
          - radio "1"
          - text: "1"
          - radio "2"
          - text: "2"
          - radio "3"
          - text: "3"
          - radio "4"
          - text: "4"
          - radio "5"
          - text: "5"
          - radio "6"
          - text: "6"
          - radio "7"
          - text: "7"
          - radio "8"
          - text: "8"
          - radio "9"
          - text: "9"
          - radio "10"
          - text: 10 Not at all likely Extremely likely
        - button "Back"
        - button "Skip"
        - button "Close"
        - status: How likely are you to recommend us to a friend or colleague?

      # comment
      - region "How did that leave you feeling?":
        - heading "Tell us why (optional)" [level=2]
        - textbox "Tell us why (optional)": Late.
        - text: Please leave out personal details.
        - button "Back"
        - button "Send"
        - button "Close"
        - status: Tell us why (optional)

      # thanks
      - region "How did that leave you feeling?":
        - heading "Thank you. This helps us improve." [level=2]
        - button "Back"
        - button "Close"
        - status: Thank you. This helps us improve."
    `);
  });
});

test('what the ends of a scale mean is said with them, and with nothing else', async () => {
  const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances);
  await show(page);
  await tap(page, 'indifferent');
  await page.locator('.send').click();
  const described = await page.locator('.ratings input').evaluateAll((radios) =>
    radios.map((radio) => {
      const id = radio.getAttribute('aria-describedby');
      return id && (radio.getRootNode() as ShadowRoot).getElementById(id)?.textContent;
    }),
  );
  expect(described).toEqual(['Not at all likely', ...Array(9).fill(null), 'Extremely likely']);
});

describe('by keyboard alone', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return element instanceof HTMLInputElement ? element.value : element?.className || element?.localName || '';
    });
  /** Whether what has the focus can be seen and is not covered. */
  const seen = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector('[popover]')?.shadowRoot as ShadowRoot;
      const target = root.activeElement?.closest('label') ?? (root.activeElement as Element);
      const { x, y, width, height } = target.getBoundingClientRect();
      const met = root.elementFromPoint(x + width / 2, y + Math.min(height, 52) / 2);
      const ring = getComputedStyle(target);
      const inside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
      return { inside, met: !!met && target.contains(met), ring: `${ring.outlineStyle} ${ring.outlineWidth}` };
    });
  const good = { inside: true, met: true, ring: 'solid 2px' };

  test('an arrow key that is held keeps nobody from answering with something else', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances);
    await show(page);
    const legend = () => page.locator('legend').textContent();
    const looking = await legend();
    await page.locator('.emotions input').first().focus();
    await page.keyboard.down('ArrowRight');
    expect(await legend()).toBe(looking);
    await page.locator('.emotions label').last().click();
    expect(await legend()).not.toBe(looking);
    await page.keyboard.up('ArrowRight');
    // It is let go of where we do not hear it; a screen reader's click counts no clicks.
    await page.locator('.strengths input').first().focus();
    await page.keyboard.down('ArrowRight');
    await page.locator('#before').focus();
    await page.keyboard.up('ArrowRight');
    await page
      .locator('.strengths input')
      .last()
      .evaluate((radio: HTMLInputElement) => radio.click());
    expect(await legend()).toContain('What was it about?');
  });

  test.each([
    ['on a large screen', { width: 1280, height: 800 }],
    ['zoomed to 400%', { width: 320, height: 256 }],
  ])('every step, there and back, each stop in sight, %s', async (_, viewport) => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances, {
      viewport,
      reducedMotion: 'reduce',
    });
    await page.locator('#before').focus();
    await show(page);
    const stops: string[] = [];
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(30);
        stops.push(await focused(page));
        expect({ key, at: stops.at(-1), ...(await seen(page)) }).toMatchObject(good);
      }
      return stops.splice(0);
    };
    const answered = () => here.shop.deliveries.filter(({ status }) => status === 'answered').length;

    expect(await press('Tab', 'ArrowRight', 'ArrowDown')).toEqual(['excited', 'happy', 'relieved']);
    expect(await press('Tab', 'Shift+Tab')).toEqual(['close', 'relieved']);
    expect(answered()).toBe(0);
    expect(await press('Enter')).toEqual(['1']);
    expect(await press('ArrowRight', 'ArrowRight', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab')).toEqual([
      '2',
      '3',
      'back',
      'skip',
      'back',
      '3',
    ]);
    expect(answered()).toBe(1);
    // The first of the reasons, which are checkboxes.
    expect(await press('Space')).toEqual(['on']);
    expect(await press('Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab')).toEqual(['on', 'on', 'on', 'on', 'back', 'send']);
    expect(await press('Enter')).toEqual(['0']);
    // From the lowest, upwards is the highest.
    expect(await press('ArrowLeft', 'ArrowLeft')).toEqual(['10', '9']);
    expect(answered()).toBe(3);
    expect(await press('Enter')).toEqual(['textarea']);
    await expect.poll(() => here.shop.deliveries.at(-1)?.evaluation).toEqual({ scale: 'nps', value: 9 });
    // Back leads to what was chosen.
    expect(await press('Tab')).toEqual(['back']);
    expect(await press('Enter')).toEqual(['9']);
    expect(await press('Tab', 'Enter')).toEqual(['back', 'on']);
    await page.locator('.back').focus();
    expect(await press('Enter')).toEqual(['3']);
    await page.locator('.back').focus();
    expect(await press('Enter')).toEqual(['relieved']);
    expect(await press('Enter', 'Enter')).toEqual(['3', 'on']);
    await page.locator('.send').focus();
    expect(await press('Enter', 'Tab', 'Tab', 'Enter')).toEqual(['9', 'back', 'skip', 'textarea']);
    await page.keyboard.type('Good.');
    expect(await press('Tab', 'Tab', 'Enter')).toEqual(['back', 'send', 'close']);
    // And from the thanks, while they are there.
    expect(await press('Shift+Tab', 'Enter')).toEqual(['back', 'textarea']);
    await page.keyboard.press('Escape');
    await page.locator('.card').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('before');
    const wanted = { emotion: 'relieved', strength: 3, reasons: ['delivery'], comment: 'Good.' };
    await expect
      .poll(() => here.shop.deliveries.at(-1))
      .toMatchObject({ ...wanted, evaluation: { scale: 'nps', value: 9 } });
  });

  test('skipped to the end, and thanks stay while focus is there', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances);
    await page.clock.install();
    await page.locator('#before').focus();
    await show(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    for (const button of ['.skip', '.send', '.skip', '.send']) await page.locator(button).press('Enter');
    expect(await focused(page)).toBe('close');
    await page.clock.runFor(4_500);
    expect(await page.locator('.card').count()).toBe(1);
    await expect.poll(() => here.shop.deliveries.at(-1)).toMatchObject({ emotion: 'excited', reasons: [] });
    expect(here.shop.deliveries.at(-1)).not.toHaveProperty('evaluation');
  });
});

describe('as people set their devices', () => {
  test('in forced colours what is chosen differs, and faces keep their lines', async () => {
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag())), here.disturbances, {
      forcedColors: 'active',
    });
    await show(page);
    const css = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await css('[part=face] path', 'stroke')).toBe(await css('.card', 'color'));
    // The disc has a rim where its tint is gone.
    expect(await css('[part=face]', 'border-top')).toMatch(/^1px solid/);
    await tap(page, 'happy', 4);
    await page.locator('.reasons label').first().click();
    expect(await css('.reasons :checked + span', 'background-color')).not.toBe(
      await css('.reasons label:last-child span', 'background-color'),
    );
    await page.locator('.back').click();
    expect(await css('.strengths label:nth-child(4) circle', 'fill')).not.toBe(
      await css('.strengths label:nth-child(5) circle', 'fill'),
    );
    await page.locator('.back').click();
    expect(await css('.emotions :has(:checked)', 'outline-style')).toBe('solid');
    expect(await css('.emotions label', 'outline-style')).toBe('none');
  });

  test.each(['en', 'de', 'pl', 'ar', 'ja'])('spaced as WCAG 1.4.12 wants it, nothing is lost, %s', async (lang) => {
    settle(here.shop, { emotions: everyStep.emotions });
    const page = await visit(here.browser, here.shop.page(plain(here.shop.tag(), lang)), here.disturbances, {
      viewport: { width: 320, height: 640 },
      reducedMotion: 'reduce',
    });
    await show(page);
    await page.evaluate(() => {
      const spaced = new CSSStyleSheet();
      spaced.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
      );
      document.querySelector('[popover]')?.shadowRoot?.adoptedStyleSheets.push(spaced);
    });
    const lost = () =>
      page.evaluate(() => {
        const root = document.querySelector('[popover]')?.shadowRoot as ShadowRoot;
        const card = root.querySelector('.card') as Element;
        const edge = card.getBoundingClientRect();
        const texts = [...root.querySelectorAll('label span, legend, h2, small, button:not(.close)')].map((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return { text: element.textContent, ...JSON.parse(JSON.stringify(range.getBoundingClientRect())) };
        });
        const outside = texts.filter(({ left, right }) => left < edge.left || right > edge.right);
        const colliding = texts.filter((one, place) =>
          texts.some(
            (other, there) =>
              place !== there &&
              one.left < other.right - 1 &&
              other.left < one.right - 1 &&
              one.top < other.bottom - 3 &&
              other.top < one.bottom - 3,
          ),
        );
        return { outside, colliding, sideways: card.scrollWidth - card.clientWidth };
      });
    await eachStep(page, async (step) => {
      expect({ step, ...(await lost()) }).toEqual({ step, outside: [], colliding: [], sideways: 0 });
    });
  });
});
