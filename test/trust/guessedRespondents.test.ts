import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identitySignature } from '../../packages/collector/src/access/ownSecret.ts';
import { noon } from '../support/delivery.ts';
import { type TestApp, testApp } from '../support/testApp.ts';
import { extent } from './extent.ts';

/*
 * Whoever guesses who a customer is, and what a backend would sign for them, learns nothing: not from the status, not
 * from a byte of the answer, not from how long it took.
 */

const guesses = extent({ quick: 1_000, full: 10_000 });
/** Medians of the kinds may differ by this factor; on a quiet machine they differ by a hundredth or two. */
const noise = extent({ quick: 2, full: 1.25 });

let tested: TestApp;
beforeAll(async () => {
  tested = await testApp();
  // Many customers, with something to ask each of them.
  for (let customer = 0; customer < 50; customer++) {
    await tested.store.recordInteraction({
      site: tested.site.id,
      interaction: `order-${customer}`,
      touchpoint: 'delivery',
      endedAt: noon - 60_000,
      received: noon,
      respondent: `c-${customer}`,
      channel: 'store',
      segment: [['plan', 'pro']],
      unexpected: false,
      armMs: 86_400_000,
    });
  }
});
afterAll(() => tested.remove());

const signatureOf = (respondent: string) =>
  identitySignature(tested.settings.ownSecret.identitySecret(tested.site), respondent);

const wrong = () => randomBytes(32).toString('hex');
/** The `number`th guess of each kind. */
const kinds: Record<string, (number: number) => [respondent: string, signature: string]> = {
  'a customer, with a made-up signature': (number) => [`c-${number % 50}`, wrong()],
  'a customer, with all but the last digit right': (number) => {
    const right = signatureOf(`c-${number % 50}`);
    return [`c-${number % 50}`, right.slice(0, -1) + (right.endsWith('0') ? '1' : '0')];
  },
  'a customer, with the hash that needs no secret': (number) => [
    `c-${number % 50}`,
    createHash('sha256')
      .update(`c-${number % 50}`)
      .digest('hex'),
  ],
  'a customer, with the signature of another': (number) => [`c-${number % 50}`, signatureOf(`c-${(number + 1) % 50}`)],
  'nobody, with a made-up signature': (number) => [`x-${number % 50}`, wrong()],
  'nobody, with the signature of a customer': (number) => [`x-${number % 50}`, signatureOf(`c-${number % 50}`)],
  'what is no signature': (number) => [`c-${number % 50}`, `'; drop table--${'z'.repeat(49)}`],
  'somebody signed whom nothing waits for': (number) => [`x-${number % 50}`, signatureOf(`x-${number % 50}`)],
};

test('the customers are there to be found', async () => {
  const body = { site: tested.site.publicKey, respondent: 'c-7', signature: signatureOf('c-7') };
  expect(await (await tested.post('/v1/armed', body)).json()).toMatchObject({ armed: [{ interaction: 'order-7' }] });
});

describe(`${guesses} guesses`, () => {
  test('have one answer, to the byte, and take as long as each other', { timeout: 300_000 }, async () => {
    const answers = new Set<string>();
    const took = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
    const inTurn = Object.entries(kinds);
    for (let number = 0; number < guesses; number++) {
      // In another order each time: what comes after what costs something, too.
      if (number % inTurn.length === 0) inTurn.sort(() => Math.random() - 0.5);
      const [kind, guess] = inTurn[number % inTurn.length] as (typeof inTurn)[number];
      const [respondent, signature] = guess(number);
      const body = JSON.stringify({ site: tested.site.publicKey, respondent, signature });
      const begun = performance.now();
      const answer = await tested.post('/v1/armed', body);
      const text = await answer.text();
      took.get(kind)?.push(performance.now() - begun);
      answers.add(`${answer.status} ${JSON.stringify([...answer.headers])} ${text}`);
    }
    expect([...answers].map((answer) => answer.replace(/ .* /, ' … '))).toEqual(['200 … {"armed":[]}']);
    const medians = [...took].map(([kind, times]) => [kind, median(times)] as const);
    const [shortest, longest] = [Math.min(...medians.map(last)), Math.max(...medians.map(last))];
    const table = medians.map(([kind, ms]) => `${(ms * 1_000).toFixed(0)} µs  ${kind}`).join('\n');
    if (extent({ quick: false, full: true })) console.info(table);
    expect(longest / shortest, table).toBeLessThan(noise);
  });
});

const last = ([, ms]: readonly [string, number]) => ms;

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
