import { emotions } from '@vivencia/contract/emotion';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivery, noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';
import { routesOf } from '../../trust/routesOf.ts';
import { type Person, signedIn } from './signedIn.ts';

/** The standard's rules; off is what is a matter of taste, and what a page made by hand would write otherwise. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: Object.fromEntries(
    [
      'attr-quotes',
      'attribute-boolean-style',
      'attribute-empty-style',
      'doctype-style',
      'long-title',
      'no-implicit-button-type',
      'no-inline-style',
      'no-raw-characters',
      'no-trailing-whitespace',
      'prefer-native-element',
      'tel-non-breaking',
      'void-style',
    ].map((rule) => [rule, 'off']),
  ),
});

let tested: TestApp;
let marta: Person;
let share: string;

/** Every part of the pages has something to show. */
beforeAll(async () => {
  tested = await testApp();
  const { store, site } = tested;
  marta = await signedIn(tested, 'editor', 'Marta');
  const said = (touchpoint: string) =>
    emotions.flatMap((emotion, place) =>
      Array.from({ length: 6 }, (_, day) => {
        const at = noon - day * 9 * 86_400_000;
        return delivery(
          site.id,
          {
            touchpoint,
            status: 'answered',
            emotion,
            strength: emotion === 'indifferent' ? null : 1 + (place % 5),
            comment: `<b>&amp; "${emotion}"`,
            channel: day % 2 ? 'web' : 'email',
            segment: [['plan', day % 3 ? 'pro' : 'free & <easy>']],
            locale: 'es',
            latencyMs: 1_000,
            evaluation: { scale: 'nps', value: day },
          },
          { received: at, moment: at },
        );
      }),
    );
  await store.putTouchpoint(site.id, 'checkout', {
    ...defaultSettings('checkout'),
    stage: 'during',
    reasons: [{ key: 'delivery', label: { en: 'Delivery', es: 'La entrega' } }],
  });
  await store.putTouchpoint(site.id, 'returns', defaultSettings('returns'));
  await store.recordStates([...said('checkout'), ...said('chekout'), delivery(site.id, { touchpoint: 'shown' })]);
  await store.addAction(site.id, 'checkout', { day: 20_414, text: 'A shorter <form>', author: 'Marta' });
  const pass = { site: site.id, touchpoint: 'checkout', received: noon } as const;
  await store.recordPasses([{ ...pass, outcome: 'suppressed', reason: 'gap' }]);
  const sightings = [{ origin: 'http://localhost:3000', kind: 'refused', lastAt: noon } as const];
  await store.recordNotes([{ site: site.id, at: noon, sightings, refusals: [{ reason: 'invalid_json', count: 2 }] }]);
  await store.addKiosk(site.id, { name: 'Door & <hall>', touchpoint: 'checkout', locale: null });
  share = (await store.addShare(site.id, 'Board', '/?period=90')).token;
});
afterAll(() => tested.remove());

/** What stands for the parameters of a route; without any, it is itself. */
function addressesOf(path: string): string[] {
  if (path.includes(':key'))
    return ['checkout', 'chekout', 'returns', 'nowhere'].map((key) => path.replace(/:key\b[^/]*/, key));
  return [
    path
      .replace(/:token\b/, share)
      .replace(/:site\b/, tested.site.publicKey)
      .replace(/:\w+/, 'none'),
  ];
}

/** What is wrong with a page, as a line each; `null` where the answer is no page. */
async function wrongs(address: string): Promise<string[] | null> {
  const response = await marta.get(address);
  if (!response.headers.get('content-type')?.startsWith('text/html')) return null;
  const { results } = await validator.validateString(await response.text());
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${address}: ${ruleId}: ${message} at ${selector}`),
  );
}

test('what is not valid is found', async () => {
  const { valid } = await validator.validateString('<!doctype html><p><ul><p>One</ul>');
  expect(valid).toBe(false);
});

test('every page of every route is valid HTML', { timeout: 120_000 }, async () => {
  const routes = routesOf(tested.app).filter(({ method }) => method === 'GET');
  const addresses = routes.flatMap(({ path }) => addressesOf(path));
  const found = await Promise.all(addresses.map(wrongs));
  expect(found.filter((each) => each !== null).length).toBeGreaterThan(20);
  expect(found.flatMap((each) => each ?? [])).toEqual([]);
});

test.each([
  '/?period=90&compare=before&lang=es',
  '/?segment=plan:pro&lang=ca&sort=answers',
  '/?hours=24',
  '/?from=2020-02-31',
  '/touchpoints/checkout?period=90&segment=plan:pro&compare=before&lang=ca',
  '/touchpoints/checkout?q=happy&negative=1',
  '/touchpoints/chekout/merge?into=checkout',
  '/access/share?page=%2F%3Fperiod%3D7',
  '/login?token=at_used',
  '/share/none',
  '/nowhere',
])('%s as well', async (address) => {
  expect((await wrongs(address)) ?? []).toEqual([]);
});
