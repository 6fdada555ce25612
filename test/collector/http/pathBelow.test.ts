import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../packages/collector/src/app.ts';
import { pathBelow } from '../../../packages/collector/src/http/pathBelow.ts';
import { Metrics } from '../../../packages/collector/src/observe/metrics.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';

const at = (basePath: string, path: string) => pathBelow(basePath)(new Request(`https://shop.example${path}`));

describe('a request comes with the base path or without', () => {
  test.each([
    ['/feedback', '/feedback/v1/responses', '/v1/responses'],
    ['/feedback', '/v1/responses', '/v1/responses'],
    ['/feedback', '/feedback', '/'],
    ['/feedback', '/feedback/', '/'],
    ['/feedback', '/feedback/?period=7', '/'],
    ['/feedback', '/feedbacks/v1/responses', '/feedbacks/v1/responses'],
    ['/feedback', '/feedback/feedback', '/feedback'],
    ['/a/b', '/a/b/healthz', '/healthz'],
    ['/a/b', '/b/healthz', '/b/healthz'],
    ['/opini%C3%B3n', '/opini%C3%B3n/healthz', '/healthz'],
    ['/opini%C3%B3n', '/opini%c3%b3n/healthz', '/healthz'],
    ['', '/healthz', '/healthz'],
    // It cannot be told whether /s/pk_.js is below /s or has lost it.
    ['/s', '/s/pk_1.js', '/s/pk_1.js'],
    ['/v1/feedback', '/v1/feedback/healthz', '/v1/feedback/healthz'],
  ])('below %s, %s is %s', (basePath, path, expected) => {
    expect(at(basePath, path)).toBe(expected);
  });
});

describe('the collector below a base path', () => {
  let tested: TestApp;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    tested = await testApp();
    app = createApp({ ...tested.settings, metrics: new Metrics(), basePath: '/feedback' });
  });
  afterAll(() => tested.remove());

  test.each(['/feedback/healthz', '/healthz', '/feedback/login', '/login'])('%s is answered', async (path) => {
    expect((await app.request(path)).status).toBe(200);
  });

  test('none of its own paths is taken for a base path', () => {
    const parts = new Set(app.routes.map(({ path }) => path.split('/')[1] ?? '').filter((part) => /^\w/.test(part)));
    expect([...parts].filter((part) => at(`/${part}`, `/${part}/healthz`) === '/healthz')).toEqual([]);
    expect(parts.size).toBeGreaterThan(5);
  });
});
