// @vitest-environment happy-dom
import type { ArmedInteraction } from '@vivencia/contract/interaction';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askArmed } from '../../../packages/widget/src/asking/askArmed.ts';
import { openPage } from '../../../packages/widget/src/loader/openPage.ts';
import type { Page } from '../../../packages/widget/src/page.ts';

const asked = vi.hoisted(() => vi.fn());
// What asks has tests of its own, in a real browser.
vi.mock('../../../packages/widget/src/asking/ask.ts', () => ({ ask: asked }));

const armed = (given: Partial<ArmedInteraction> = {}): ArmedInteraction => ({
  touchpoint: 'delivery',
  interaction: 'order-1001',
  endedAgoMs: 60_000,
  unexpected: false,
  ...given,
});

let page: Page;
let answer: () => unknown;
let requests: [address: string, body: unknown][];
beforeEach(() => {
  page = openPage({
    site: 'pk_1',
    collector: 'https://collector.example',
    ask: 'ask.js',
    gapMinutes: 60,
    dailyCap: 3,
    touchpoints: {},
  });
  page.known = { id: 'c-77', signature: 'abc' };
  answer = () => ({ armed: [armed()] });
  requests = [];
  asked.mockReset();
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    requests.push([address, JSON.parse(body)]);
    return new Response(JSON.stringify(answer()));
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('what a backend wants to know', () => {
  test('is asked of the person whom it vouches for, with what it told', async () => {
    answer = () => ({ armed: [armed({ unexpected: true, channel: 'store', segment: { plan: 'pro' } })] });
    const before = Date.now();
    await askArmed(page);
    const body = { site: 'pk_1', respondent: 'c-77', signature: 'abc' };
    expect(requests).toEqual([['https://collector.example/v1/armed', body]]);
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      page,
      'delivery',
      { interaction: 'order-1001', endedAt: expect.any(Number), unexpected: true, segment: { plan: 'pro' } },
      undefined,
      { at: expect.any(Number), known: page.known, armed: { channel: 'store' } },
    );
    const [[, , { endedAt } = { endedAt: 0 }] = []] = asked.mock.calls;
    expect(endedAt).toBeGreaterThanOrEqual(before - 60_000);
    expect(endedAt).toBeLessThanOrEqual(Date.now() - 60_000);
  });

  test('does not make an unexpected touchpoint expected', async () => {
    await askArmed(page);
    expect(asked.mock.calls[0]?.[2]).toMatchObject({ unexpected: undefined });
  });

  test('is looked for once, however often the page says who is there', async () => {
    await askArmed(page);
    page.known = { id: 'c-77', signature: 'abc' };
    await Promise.all([askArmed(page), askArmed(page)]);
    expect(requests).toHaveLength(1);
    page.known = { id: 'c-78', signature: 'def' };
    await askArmed(page);
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['nobody is known', undefined],
    ['nobody vouches for them', { id: 'c-77', segment: { plan: 'pro' } }],
  ])('is not looked for where %s', async (_, known) => {
    page.known = known;
    await askArmed(page);
    expect(requests).toEqual([]);
  });

  test('is not asked of whoever came meanwhile', async () => {
    answer = () => {
      page.known = undefined;
      return { armed: [armed()] };
    };
    await askArmed(page);
    expect(asked).not.toHaveBeenCalled();
  });

  test('is one question: the next one waits where one shows', async () => {
    answer = () => ({ armed: [armed(), armed({ interaction: 'order-1002' })] });
    asked.mockImplementation(async () => {
      page.isOpen = () => true;
    });
    await askArmed(page);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('goes on to the next where the quiet rules forbid the first', async () => {
    answer = () => ({ armed: [armed(), armed({ interaction: 'order-1002' })] });
    await askArmed(page);
    expect(asked.mock.calls.map((call) => call[2].interaction)).toEqual(['order-1001', 'order-1002']);
  });

  test.each([
    ['a hotel’s network answers', () => '<h1>Welcome</h1>'],
    ['nothing waits', () => ({ armed: [] })],
    ['the collector refuses', () => ({ code: 'too_many_requests' })],
    [
      'nobody answers',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('is nothing where %s', async (_, said) => {
    answer = said;
    await askArmed(page);
    expect(asked).not.toHaveBeenCalled();
  });
});
