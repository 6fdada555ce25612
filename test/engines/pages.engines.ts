import { setTimeout as wait } from 'node:timers/promises';
import { emotionSets } from '@vivencia/contract/emotionSet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { everyStep } from '../support/prompting.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { inEachEngine, patience } from './inEachEngine.ts';
import { badFit, promptIsThere, standing } from './onPage.ts';
import { watchErrors } from './pageErrors.ts';

/* What engines may do differently on other pages than the demo shop's. */

inEachEngine(({ visitor, visit, reads, asked, thanked, picture }) => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
  });
  afterEach(() => shop.close());

  const page = (body = shop.tag(), headers = {}) =>
    shop.page(
      `<html lang="en"><head>${watchErrors}<title>Shop</title><link rel="icon" href="data:,">
         <meta name="viewport" content="width=device-width,initial-scale=1"></head>
         <body><button id="before">Continue</button>${body}</body></html>`,
      headers,
    );
  const trigger = () =>
    visitor.look(() => {
      const page = document.querySelector('iframe')?.contentWindow ?? window;
      (page as unknown as { vivencia(...call: unknown[]): void }).vivencia('trigger', 'checkout');
    });
  const delivered = () => expect.poll(() => shop.deliveries, patience);

  test('a route of a single-page application asks, once an arrival', async () => {
    shop.settings.touchpoints.checkout = {
      version: 3,
      delayMs: 0,
      again: { answeredDays: 0, dismissedDays: 0 },
      triggers: [{ on: 'url', match: 'exact', value: '/thanks' }],
    };
    await visit(page());
    const go = (path: string) => visitor.look((to) => history.pushState(null, '', to), path);
    await go('/cart');
    await wait(600);
    expect(await visitor.look(promptIsThere)).toBe(false);
    await go('/thanks?order=1');
    await asked();
    await visitor.tap('.close');
    await visitor.look(() => history.replaceState(null, '', '/thanks?order=1&seen=1'));
    await wait(600);
    expect(await visitor.look(promptIsThere)).toBe(false);
    await visitor.look(() => history.go(-1));
    await wait(600);
    await go('/thanks?order=2');
    await asked();
    await delivered().toHaveLength(3);
    expect(shop.deliveries.map(({ status }) => status)).toEqual(['shown', 'dismissed', 'shown']);
  });

  test('a collector that is not ready gets the answer later', async () => {
    await visit(page());
    await trigger();
    await asked();
    await delivered().toHaveLength(1);
    shop.refusals.push({ status: 503 }, { status: 503 });
    await visitor.tap('.emotions label', 'Happy');
    await delivered().toHaveLength(4);
    expect(shop.deliveries.map(({ revision, emotion }) => [revision, emotion])).toEqual([
      [0, undefined],
      [1, 'happy'],
      [1, 'happy'],
      [1, 'happy'],
    ]);
  });

  test('the strictest content security policy and Trusted Types', async () => {
    const policy = [
      "default-src 'none'",
      "script-src 'nonce-n0nce' 'strict-dynamic'",
      `connect-src ${shop.collector}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      'img-src data:',
      'report-uri /csp',
    ].join('; ');
    const html = `<html lang="en"><head>${watchErrors.replace('<script', '<script nonce="n0nce"')}<title>Shop</title>
        <link rel="icon" href="data:,"></head><body>${shop.tag('nonce="n0nce"')}</body></html>`;
    await visit(shop.page(html, { 'content-security-policy': policy }));
    await trigger();
    await asked();
    expect(await visitor.look(standing)).toMatchObject({ inTopLayer: true, width: 320, fromRight: 20 });
    await visitor.tap('.emotions label', 'Indifferent');
    await visitor.tap('textarea');
    await visitor.type('Fine.');
    await visitor.tap('.send');
    await thanked();
    await delivered().toHaveLength(3);
    expect(shop.deliveries.at(-1)).toMatchObject({ emotion: 'indifferent', comment: 'Fine.' });
    expect(shop.violations).toEqual([]);
  });

  test('every step fits 320 px', async () => {
    shop.settings.touchpoints.checkout = { version: 3, delayMs: 0, prompt: true };
    shop.promptSettings.checkout = { ...everyStep, emotions: emotionSets.core, evaluation: null };
    // A window of WebKitGTK cannot be as narrow as a telephone; a frame can.
    await visitor.visit(
      shop.page(`<title>320 px</title><link rel="icon" href="data:,">${watchErrors}
          <style>body { margin: 0 } iframe { display: block; border: 0; width: 320px; height: 640px }</style>
          <iframe src="${page()}"></iframe>`),
    );
    await visitor.see(() => 'vivencia' in (document.querySelector('iframe')?.contentWindow ?? {}));
    await trigger();
    await asked();
    await picture('320-1-emotion');
    expect(await visitor.look(badFit)).toEqual([]);
    await visitor.tap('.emotions label', 'Reassured');
    await reads('How strongly do you feel it?');
    await picture('320-2-strength');
    expect(await visitor.look(badFit)).toEqual([]);
    await visitor.tap('.strengths label', 'Extremely');
    await reads('What was it about?');
    await visitor.tap('.reasons label', 'Price');
    await picture('320-3-why');
    expect(await visitor.look(badFit)).toEqual([]);
    await visitor.tap('.send');
    await thanked();
    await picture('320-4-thanks');
  });
});
