/** A slow phone, as everybody's tools mean it. */
const slowdown = 4;

/**
 * Opens an address as a first-time visitor: nothing stored, nothing cached, nothing compiled.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {(visit: { page: import('playwright-core').Page, cdp: import('playwright-core').CDPSession, slowDown(): Promise<unknown>, speedUp(): Promise<unknown> }) => Promise<T>} look
 * @param {{ slow?: boolean }} [how] `slow`: already while it loads
 * @returns {Promise<T>} what was looked for, once the page had loaded
 * @template T
 */
export async function visit(browser, address, look, { slow = false } = {}) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const throttle = (rate) => () => cdp.send('Emulation.setCPUThrottlingRate', { rate });
    const [slowDown, speedUp] = [throttle(slowdown), throttle(1)];
    if (slow) await slowDown();
    await page.goto(address);
    return await look({ page, cdp, slowDown, speedUp });
  } finally {
    await context.close();
  }
}
