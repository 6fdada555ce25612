import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from '../../packages/client/src/index.ts';
import { VivenciaError } from '../../packages/client/src/vivenciaError.ts';
import { type Answer, answering, json, never, refusal, secretKey, silence } from './answering.ts';

/*
 * What the client makes of answers that a collector, or what stands before it, gives: a real server over real
 * connections, and only the answers are made up.
 */

let stop = () => {};
afterEach(() => stop());

async function answered(answers: Answer[], options = {}) {
  const one = await answering(answers, options);
  stop = one.stop;
  return one;
}

const errorOf = (call: Promise<unknown>): Promise<VivenciaError> =>
  call.then(
    () => expect.unreachable('it did not fail'),
    (error) => error,
  );

const good = json(200, { touchpoints: [] });

describe('a call is made again', () => {
  test.each([
    ['the connection ends', silence],
    ['500', refusal(500, 'internal_error')],
    ['502 of a proxy', (response) => void response.writeHead(502).end('<h1>Bad gateway</h1>')],
    ['503', refusal(503, 'store_unavailable', { 'retry-after': '0' })],
    ['429', refusal(429, 'too_many_requests', { 'retry-after': '0' })],
    ['425', json(425, {})],
    ['408', refusal(408, 'request_timeout')],
    [
      'half an answer',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '900' }).write('{"touch');
        setTimeout(() => response.destroy(), 20);
      },
    ],
  ] satisfies [string, Answer][])('after %s', async (_, failure) => {
    const { client, asked } = await answered([failure, good]);
    expect(await client.touchpoints.list()).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  test('after no answer in time, each attempt with a time of its own', async () => {
    const { client, asked } = await answered([never, good], { timeoutMs: 300 });
    expect(await client.touchpoints.list()).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['seconds', { 'retry-after': '1' }],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 12:00:01 GMT', date: 'Sun, 22 Nov 2026 12:00:00 GMT' }],
  ])('not before Retry-After, which is %s', async (_, headers) => {
    const { client, asked } = await answered([refusal(429, 'too_many_requests', headers as never), good]);
    await client.touchpoints.list();
    // A timer may fire a millisecond early.
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThan(990);
  });

  test('as often as it may be, and then it fails with the last answer', async () => {
    const { client, asked } = await answered([silence, silence, refusal(503, 'store_unavailable')], { retries: 2 });
    expect(await errorOf(client.touchpoints.list())).toMatchObject({ code: 'store_unavailable', status: 503 });
    expect(asked).toHaveLength(3);
  });
});

describe('a call is not made again', () => {
  test.each([
    [400, 'invalid_json'],
    [401, 'unauthorized'],
    [403, 'insufficient_scope'],
    [404, 'not_found'],
    [409, 'revision_conflict'],
    [422, 'invalid_settings'],
  ])('after %d', async (status, code) => {
    const { client, asked } = await answered([refusal(status, code), good]);
    expect(await errorOf(client.touchpoints.list())).toMatchObject({ name: 'VivenciaError', status, code });
    expect(asked).toHaveLength(1);
  });

  test('where the collector wants more time than is left', async () => {
    const answers = [refusal(429, 'too_many_requests', { 'retry-after': '60' }), good];
    const { client, asked } = await answered(answers, { deadlineMs: 5_000 });
    expect(await errorOf(client.touchpoints.list())).toMatchObject({ code: 'too_many_requests', retryAfter: 60 });
    expect(asked).toHaveLength(1);
  });

  test('once all its time is used up', async () => {
    const { client } = await answered([never], { timeoutMs: 10_000, deadlineMs: 200 });
    expect(await errorOf(client.touchpoints.list())).toMatchObject({ code: 'timeout', status: null });
  });

  test('after a redirect, which the key does not follow', async () => {
    const elsewhere = await answering([good]);
    const { client, asked } = await answered([
      (response) => void response.writeHead(307, { location: elsewhere.url }).end(),
      good,
    ]);
    expect(await errorOf(client.touchpoints.list())).toMatchObject({ code: 'unexpected_answer', status: 307 });
    elsewhere.stop();
    expect([asked.length, elsewhere.asked.length]).toEqual([1, 0]);
  });

  test('where a page answers for the collector', async () => {
    const { client, asked } = await answered([(response) => void response.end('<h1>Sign in</h1>'), good]);
    expect(await errorOf(client.touchpoints.list())).toMatchObject({ code: 'unexpected_answer', status: 200 });
    expect(asked).toHaveLength(1);
  });

  test('where it might be done twice, unless nothing was done', async () => {
    const lost = await answered([silence, json(200, { id: '1' })]);
    const open = (client: Client) => client.kiosks.create({ touchpoint: 'delivery', name: 'Door' });
    expect(await errorOf(open(lost.client))).toMatchObject({ code: 'network_error' });
    expect(lost.asked).toHaveLength(1);
    lost.stop();
    const refused = await answered([refusal(503, 'store_unavailable', { 'retry-after': '0' }), json(200, { id: '1' })]);
    expect(await open(refused.client)).toEqual({ id: '1' });
  });
});

test('a link that may have been made already is asked for again by its id', async () => {
  const { client, asked } = await answered([silence, json(200, { id: '1' })]);
  await client.invitations.create({ touchpoint: 'delivery', channel: 'sms' });
  const [first, again] = asked.map(({ body }) => body as { id: string });
  expect(first?.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(again).toEqual(first);
});

test('what is gone after a lost answer was deleted by it', async () => {
  const { client, asked } = await answered([silence, refusal(404, 'not_found')]);
  expect(await client.touchpoints.hide('checkout')).toBeUndefined();
  expect(asked).toHaveLength(2);
});

test('what was not there at all is an error', async () => {
  const { client } = await answered([refusal(404, 'not_found')]);
  expect(await errorOf(client.touchpoints.hide('checkout'))).toMatchObject({ code: 'not_found' });
});

describe('who ends a call', () => {
  test('in the middle of it hears their own reason, and nothing is tried again', async () => {
    const control = new AbortController();
    const patient = { timeoutMs: 60_000, deadlineMs: 60_000 };
    const { client, asked } = await answered([() => control.abort(new Error('enough')), good], patient);
    await expect(client.touchpoints.list({ signal: control.signal })).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });

  test('in a wait does not wait on', async () => {
    const control = new AbortController();
    const tooMany = refusal(429, 'too_many_requests', { 'retry-after': '20' });
    const answer: Answer = (response, asked) => {
      tooMany(response, asked);
      setTimeout(() => control.abort(new Error('enough')), 100);
    };
    const { client, asked } = await answered([answer, good]);
    await expect(client.touchpoints.list({ signal: control.signal })).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });

  test('before it begins makes no request', async () => {
    const { client, asked } = await answered([good]);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(client.touchpoints.list({ signal })).rejects.toThrow('enough');
    expect(asked).toHaveLength(0);
  });

  test.each([
    ['by a signal while nothing comes', 'enough'],
    ['by reading no further', 'read enough'],
  ])('in the middle of an export, %s, ends the connection', async (_, outcome) => {
    const control = new AbortController();
    let isGone = false;
    const { client } = await answered([
      (response) => {
        response.once('close', () => {
          isGone = true;
        });
        response.write('id,');
      },
    ]);
    const read = async () => {
      for await (const _ of client.responses.export({}, { signal: control.signal })) {
        if (outcome === 'read enough') return outcome;
        setTimeout(() => control.abort(new Error('enough')), 50);
      }
    };
    const told = await read().catch(({ message }) => message);
    expect(told).toBe(outcome);
    await expect.poll(() => isGone).toBe(true);
  });
});

test('an export may take longer than a call; one that breaks off fails', async () => {
  const { client } = await answered(
    [
      (response) => {
        response.write('id,');
        setTimeout(() => response.write('revision'), 700);
        setTimeout(() => response.destroy(), 800);
      },
    ],
    { timeoutMs: 500, deadlineMs: 500 },
  );
  let read = '';
  const whole = async () => {
    for await (const chunk of client.responses.export()) read += new TextDecoder().decode(chunk);
  };
  expect(await errorOf(whole())).toMatchObject({ code: 'network_error' });
  expect(read).toBe('id,revision');
});

describe('an error', () => {
  test('says what the collector said', async () => {
    const problem = {
      code: 'invalid_settings',
      detail: 'See errors.',
      errors: [{ path: 'title', reason: 'is empty' }],
    };
    const { client } = await answered([json(422, problem, { 'x-request-id': 'r-1' })]);
    const error = await errorOf(client.touchpoints.put('checkout', {}));
    expect({ ...error }).toMatchObject({ ...problem, status: 422, requestId: 'r-1' });
    expect(error.message).toBe('invalid_settings: See errors. (title is empty)');
  });

  test('names why no answer came', async () => {
    const { client, stop } = await answered([good], { retries: 0 });
    stop();
    expect((await errorOf(client.touchpoints.list())).message).toContain('ECONNREFUSED');
  });

  test.each([
    [
      'what stands on the way repeats the request',
      (response, { headers }) =>
        json(400, { code: 'invalid_json', detail: headers.authorization })(response, {} as never),
      {},
    ],
    [
      'the given fetch throws it',
      never,
      {
        fetch: (_: unknown, init: RequestInit) =>
          Promise.reject(Object.assign(new Error(inspect(init)), { request: init, code: 'EPROTO' })),
      },
    ],
  ] satisfies [string, Answer, object][])('never holds the secret key, even where %s', async (_, answer, options) => {
    const { client } = await answered([answer], { retries: 0, ...options });
    const error = await errorOf(client.touchpoints.list());
    expect(error).toBeInstanceOf(VivenciaError);
    expect(inspect([error, client], { depth: null, showHidden: true }) + error.stack).not.toContain(secretKey.slice(3));
    expect(JSON.stringify([error, client])).not.toContain(secretKey.slice(3));
  });
});
