import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A screen's width in px, its colours, and whether only those are looked at. */
type Look = readonly [width: number, colours: 'light' | 'dark', only?: 'color-contrast'];

/** Each width and each of the colours. */
const crossing: readonly Look[] = [
  [320, 'dark'],
  [1280, 'light'],
];
/** Each width in each of the colours: what is said twice of all but these is said once. */
export const everyLook: readonly Look[] = [
  ...crossing,
  [1280, 'dark', 'color-contrast'],
  [320, 'light', 'color-contrast'],
];

/** What axe finds in a page as it stands, each with the first element that has it. */
async function violations(tab: Page, only?: string): Promise<string[]> {
  return tab.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: unknown[] }[] }> };
    };
    const run = await axe.run({ resultTypes: ['violations'], ...(only ? { runOnly: [only] } : {}) });
    return run.violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0])}`);
  }, only);
}

/**
 * What keeps an open page from somebody, all of it unfolded: what axe finds, what is wider than the screen, and names
 * that two elements have. One line for each; the page is loaded once for all looks.
 */
export async function hindrances(tab: Page, looks = crossing): Promise<string[]> {
  const found: string[] = [];
  await tab.evaluate(axe);
  await tab.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const [width, colorScheme, only] of looks) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.emulateMedia({ colorScheme });
    const here = await violations(tab, only);
    const beyond = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) here.push(`scrolls sideways by ${beyond} px`);
    found.push(...here.map((each) => `${width} px, ${colorScheme}: ${each}`));
  }
  const twice = await tab.evaluate(() => {
    const names = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return names.filter((name, place) => names.indexOf(name) !== place);
  });
  return [...found, ...twice.map((name) => `twice: #${name}`)];
}
