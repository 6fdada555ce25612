import { describe, expect, test } from 'vitest';
import { createClient, identitySignature } from '../../packages/client/src/index.ts';
import { identitySignature as collectorsSignature } from '../../packages/collector/src/access/ownSecret.ts';
import { secretKey } from './answering.ts';

/*
 * A mistake of whoever writes the program fails at once and names the argument, and nothing is sent.
 */

const url = 'https://feedback.shop.example';
const neverFetched = () => {
  throw new Error('a request was made');
};
const client = createClient({ url, secretKey, fetch: neverFetched as never });

test.each([
  ['no options', undefined, /needs \{ url, secretKey \}/],
  ['no address', { secretKey }, /url must be/],
  ['a host for an address', { url: 'feedback.shop.example', secretKey }, /url must be/],
  ['another protocol', { url: 'ftp://feedback.shop.example', secretKey }, /url must be/],
  ['a query in it', { url: `${url}?a`, secretKey }, /url must be/],
  ['a password in it', { url: 'https://me:hunter2@shop.example', secretKey }, /may not hold a name or a password/],
  ['no key', { url }, /secretKey is no secret key/],
  ['the public key', { url, secretKey: 'pk_0123456789abcdef' }, /secretKey is the public key/],
  ['the identity secret', { url, secretKey: secretKey.replace('sk', 'is') }, /secretKey is the identity secret/],
  ['a key with a line break', { url, secretKey: `${secretKey}\n` }, /secretKey is no secret key/],
  ['a misspelled option', { url, secretKey, timeout: 5 }, /no option timeout/],
  ['no time at all', { url, secretKey, timeoutMs: 0 }, /timeoutMs must be a whole number/],
  ['half a retry', { url, secretKey, retries: 0.5 }, /retries must be a whole number/],
  ['an endless deadline', { url, secretKey, deadlineMs: Infinity }, /deadlineMs must be a whole number/],
  ['no function', { url, secretKey, fetch: 'fetch' }, /fetch is not a function/],
])('%s makes no client', (_, options, message) => {
  const make = () => createClient(options as never);
  expect(make).toThrow(TypeError);
  expect(make).toThrow(message);
  try {
    make();
  } catch (error) {
    expect(`${error}`).not.toMatch(/A1-_A1|hunter2/);
  }
});

describe('a call', () => {
  const ended = { touchpoint: 'delivery', interaction: 'order-1001' };
  test.each([
    ['a name that is empty', () => client.touchpoints.get('')],
    ['a name that leads up', () => client.scores.of('..')],
    ['nobody to erase', () => client.respondents.erase('')],
    ['half a letter', () => client.respondents.erase('\ud800')],
    ['an end that is no time', () => client.interactions.record({ ...ended, endedAt: new Date(Number.NaN) })],
    ['an end without an offset', () => client.interactions.record({ ...ended, endedAt: '2026-11-22T12:00:00' })],
    ['an end that is missing', () => client.interactions.record(ended as never)],
    ['an identity secret that is none', () => client.identitySignature(secretKey, 'c-77')],
    ['nobody to sign for', () => client.identitySignature(secretKey.replace('sk', 'is'), '')],
  ])('with %s makes no request', async (_, call) => {
    await expect((async () => call())()).rejects.toThrow(TypeError);
  });
});

test('an address may have a path, with a slash at its end or without', async () => {
  const fetched: string[] = [];
  const fetch = async (address: unknown) => {
    fetched.push(String(address));
    return new Response('{"touchpoints":[]}');
  };
  for (const end of ['', '/']) {
    const mounted = createClient({ url: `https://shop.example/feedback${end}`, secretKey, fetch });
    await mounted.touchpoints.list();
    await mounted.scores.of('a.b-c_d', { segment: 'plan:pro & more', hours: 24, test: false });
  }
  const wanted = [
    'https://shop.example/feedback/v1/touchpoints',
    'https://shop.example/feedback/v1/touchpoints/a.b-c_d/score?segment=plan%3Apro+%26+more&hours=24',
  ];
  expect(fetched).toEqual([...wanted, ...wanted]);
});

test('a signature is the one that the collector makes', async () => {
  const identitySecret = secretKey.replace('sk', 'is');
  for (const respondent of ['c-77', 'Zoë 🙂', 'x'.repeat(128)]) {
    const wanted = collectorsSignature(identitySecret, respondent);
    expect(await identitySignature(identitySecret, respondent)).toBe(wanted);
    expect(await identitySignature(identitySecret, respondent.normalize('NFD'))).toBe(wanted);
  }
});
