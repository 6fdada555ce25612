import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

/*
 * Every step of the prompt × width × light and dark × language, and one sheet of them all, to be looked at:
 * `node test/screenshots.js <folder>`. Needs the built widget, and fonts for what it writes.
 */

/** Node reads TypeScript from version 22.18 on; until then, the test runner's own reader does. */
const read = async (file) => (await runnerImport(new URL(file, import.meta.url).pathname)).module;
const { launchBrowser } = await read('./support/browser.ts');
const { openShop } = await read('./support/shop.ts');

const folder = process.argv[2];
if (!folder) throw new Error('Say where: node test/screenshots.js <folder>');

const widths = [320, 1280];
const schemes = ['light', 'dark'];
const locales = ['en', 'ar', 'ja'];

const reasons = [
  ['delivery', { en: 'Delivery time', ar: 'وقت التوصيل', ja: '配送の早さ' }],
  ['price', { en: 'Price', ar: 'السعر', ja: '価格' }],
  ['payment', { en: 'Payment', ar: 'الدفع', ja: 'お支払い' }],
  ['search', { en: 'Finding things', ar: 'العثور على المنتجات', ja: '商品の探しやすさ' }],
].map(([key, label]) => ({ key, label }));

/** How far each picture goes before it is taken, and the touchpoint's settings for it. */
const steps = [
  { name: 'emotion', taps: [] },
  { name: 'strength', taps: ['frustrated'], hover: '.strengths label:nth-child(4)' },
  { name: 'reasons', taps: ['frustrated', 'strength'], after: ['.reasons label'] },
  { name: 'csat', taps: ['happy', 'strength'], evaluation: 'csat', hover: '.ratings label:nth-child(4)' },
  { name: 'ces', taps: ['happy', 'strength'], evaluation: 'ces' },
  { name: 'nps', taps: ['happy', 'strength'], evaluation: 'nps' },
  { name: 'comment', taps: ['indifferent'], reasons: [] },
  { name: 'thanks', taps: ['relieved', 'strength', 'send'] },
];

const settings = ({ evaluation = null, ...step }) => ({
  emotions: [
    'excited',
    'happy',
    'relieved',
    'reassured',
    'indifferent',
    'confused',
    'disappointed',
    'frustrated',
    'angry',
  ],
  strength: true,
  evaluation,
  comment: 'optional',
  reasons: step.reasons ?? (evaluation ? [] : reasons),
  wording: {},
  position: 'bottom-end',
});

const selectors = { strength: '.strengths label:nth-child(4)', send: '.send' };

const browser = await launchBrowser();
const shop = await openShop();
shop.settings.touchpoints.checkout.prompt = true;
await mkdir(folder, { recursive: true });

const pageIn = (locale, scheme) =>
  shop.page(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><title>Shop</title>
    <meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="${scheme}">
    <body style="background:${scheme === 'dark' ? '#14161a' : '#f7f7f5'}">${shop.tag()}`);

/** Picture files by row of the sheet. */
const rows = {};
for (const width of widths) {
  const context = await browser.newContext({
    viewport: { width, height: width === 320 ? 568 : 480 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  for (const scheme of schemes) {
    for (const locale of locales) {
      for (const step of steps) {
        shop.promptSettings.checkout = settings(step);
        const page = await context.newPage();
        await page.goto(pageIn(locale, scheme));
        await page.waitForFunction(() => 'vivencia' in window);
        await page.evaluate(() => window.vivencia('show', 'checkout'));
        await page.locator('.card').waitFor();
        for (const tap of step.taps) {
          // Sooner it would be a double tap's second one.
          await page.waitForTimeout(330);
          await page.locator(selectors[tap] ?? `label:has([value=${tap}])`).click();
        }
        for (const selector of step.after ?? []) await page.locator(selector).first().click();
        await page.mouse.move(1, 1);
        if (step.hover && width > 480) await page.hover(step.hover);
        const file = `${step.name}-${width}-${scheme}-${locale}.png`;
        const clip = width > 480 ? { x: locale === 'ar' ? 0 : width - 380, y: 0, width: 380, height: 480 } : undefined;
        await page.screenshot({ path: join(folder, file), ...(clip && { clip }) });
        rows[`${width} ${scheme} ${locale}`] ??= [];
        rows[`${width} ${scheme} ${locale}`].push(file);
        await page.close();
      }
    }
  }
  await context.close();
}

const sheet = Object.entries(rows)
  .map(([row, pictures]) => `<h2>${row}</h2><div>${pictures.map((file) => `<img src="${file}">`).join('')}</div>`)
  .join('');
await writeFile(
  join(folder, 'index.html'),
  `<!doctype html><title>Every step</title><style>body{font:14px system-ui;margin:16px;background:#999}
   div{display:grid;grid-template-columns:repeat(${steps.length},1fr);gap:8px}img{width:100%}</style>${sheet}`,
);
const page = await browser.newPage({ viewport: { width: 1_800, height: 900 } });
await page.goto(pathToFileURL(join(folder, 'index.html')).href);
await page.screenshot({ path: join(folder, 'sheet.png'), fullPage: true });
await browser.close();
await shop.close();
