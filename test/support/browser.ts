import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { attempt } from './attempt.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const otherPlaces = [
  '/snap/bin',
  '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const runs = (file: string | undefined): file is string => {
  try {
    if (!file) return false;
    accessSync(file, constants.X_OK);
    execFileSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
};

/** The browser that is there: $CHROMIUM, one on the path or in a usual place, or Playwright's own. */
function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...otherPlaces];
  const candidates = [process.env.CHROMIUM, ...places, chromium.executablePath()];
  return candidates.find((file) => runs(file));
}

/** Ways to get a browser where there is none, the least intrusive first. */
const ways: (() => string | undefined)[] = [
  () => attempt('npx', ['--no-install', 'playwright-core', 'install', 'chromium'], 5),
  () =>
    process.getuid?.() === 0
      ? (attempt('apt-get', ['update', '-q'], 3) ??
        attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation'], 8))
      : 'apt-get install chromium: needs root',
];

/**
 * A Chromium to test with, installed if there is none.
 *
 * @returns the path of its executable
 * @throws Error that says what was tried, where none can be had
 */
export async function provideBrowser(): Promise<string> {
  const failures: string[] = [];
  let found = findBrowser();
  for (const way of ways) {
    if (found) break;
    const failure = way();
    if (failure) failures.push(failure);
    found = findBrowser();
  }
  if (found) return found;
  throw new Error(
    ['The tests need a Chromium and could not get one. Install one, or name it in $CHROMIUM.', ...failures].join(
      '\n  ',
    ),
  );
}

/** Shorter than a test may take: so it is said what was waited for. */
const patienceMs = 15_000;

/**
 * A browser of its own, with an empty profile.
 *
 * @param without flags that Playwright sets and this test does not want
 * @param more flags beside the usual ones
 */
export async function launchBrowser(without: string[] = [], more: string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? (await provideBrowser()),
    headless: true,
    chromiumSandbox: false,
    ignoreDefaultArgs: without,
    args: [...flags, ...more],
  });
  browser.on('context', (context) => context.setDefaultTimeout(patienceMs));
  return browser;
}
