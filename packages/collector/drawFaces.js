import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { emotions } from '@vivencia/contract/emotion';
import { chromium } from 'playwright-core';
import { Face } from './dist/page/kit/faces.js';

/*
 * The faces as pictures for mails, which show no SVG: `npm run build && node packages/collector/drawFaces.js`, after a
 * face was changed. 48 px wide, in twice as many for fine screens; on the card's light tints, which stand on dark, too.
 */

const style = `
svg{display:block;width:48px;height:48px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.dot{fill:currentColor;stroke:none}.disc{stroke:none}
.pos{color:#0b6b5a}.pos .disc{fill:#d9f0ea}.neu{color:#4c5361}.neu .disc{fill:#e8eaee}.neg{color:#9c3512}.neg .disc{fill:#fde5db}`;

const folder = join(import.meta.dirname, 'faces');
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, chromiumSandbox: false });
const page = await browser.newPage({ deviceScaleFactor: 2 });
for (const emotion of emotions) {
  await page.setContent(`<style>${style}</style>${Face({ emotion })}`);
  await page.locator('svg').screenshot({ path: join(folder, `${emotion}.png`), omitBackground: true });
}
await browser.close();
