import { expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { served } from '../../support/served.ts';
import { testApp } from '../../support/testApp.ts';

it('over plain http on a host of a local network, people sign in, send forms and sign out', async () => {
  let url = 'http://127.0.0.1';
  const tested = await testApp({}, { publicUrl: () => url });
  const forms: (string | null)[][] = [];
  const { url: bound, stop } = await served((request, environment) => {
    const said = ['origin', 'sec-fetch-site'].map((name) => request.headers.get(name));
    if (request.method === 'POST') forms.push(said);
    return tested.app.fetch(request, environment as never);
  });
  // Browsers trust *.localhost and 127.0.0.0/8, and this one not.
  url = bound.replace(/\/\/[^:]+/, '//vivencia.test');
  const browser = await launchBrowser([], ['--host-resolver-rules=MAP vivencia.test 127.0.0.1']);
  try {
    const page = await browser.newPage();
    const { token } = await tested.store.addAccess(tested.site.id, 'Núria', 'editor');
    await page.goto(`${url}/login`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await page.textContent('main')).toContain('not encrypted');
    await page.fill('[name=token]', token);
    await page.click('main button');
    await page.waitForURL(`${url}/`);
    await page.goto(`${url}/install`);
    await page.fill('.allow [name=origin]', 'https://www.shop.example');
    await page.click('.allow button');
    await page.waitForSelector('bdi:text-is("https://www.shop.example")');
    await page.click('footer button');
    await page.waitForURL('**/login');
    expect(forms).toEqual(Array(3).fill([url, null]));
  } finally {
    await browser.close();
    await stop();
    await tested.remove();
  }
});
