import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delivery, noon } from '../../support/delivery.ts';
import { type TestApp, testApp } from '../../support/testApp.ts';
import { read } from './readPage.ts';

const dayMs = 24 * 60 * 60 * 1000;

let tested: TestApp;
beforeAll(async () => {
  tested = await testApp();
  const said = { status: 'answered', emotion: 'angry', strength: 4, latencyMs: 5_000, revision: 2 } as const;
  const { id } = tested.site;
  await tested.store.recordStates([
    ...Array.from({ length: 6 }, () => delivery(id, { ...said, comment: 'of before' }, { moment: noon - dayMs })),
    ...Array.from({ length: 2_000 }, () => delivery(id, { ...said, touchpoint: 'busy', comment: 'of now' })),
  ]);
});
afterAll(() => tested.remove());

const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });
/** So many at once, each from a network of its own; how often each status came. */
async function openings(token: string, count: number, address = (n: number) => `10.0.${n}.1`, more = '') {
  const answers = await Promise.all(
    Array.from({ length: count }, async (_, n) => tested.app.request(`/share/${token}${more}`, {}, from(address(n)))),
  );
  const limited = answers.find(({ status }) => status !== 200);
  const statuses: Record<number, number> = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  return { statuses, limited };
}

const share = async (path: string) => (await tested.store.addShare(tested.site.id, 'Board', path)).token;

describe('the comments of a shared page', () => {
  it.each(['', '?q=zzz', '?order=strongest'])('%s say where they were looked at no further', async (more) => {
    const token = await share('/touchpoints/checkout?comments=1');
    const page = read(await (await tested.app.request(`/share/${token}${more}`)).text());
    expect(page).toContain('Only the site’s newest 2,000 comments of this period were looked at: there may be more.');
    expect(page).not.toMatch(/No comment/);
  });

  it('are there where the days are those that they are of', async () => {
    const token = await share('/touchpoints/checkout?comments=1&from=2026-11-21&to=2026-11-21');
    const page = read(await (await tested.app.request(`/share/${token}`)).text());
    expect(page).toContain('of before');
    expect(page).not.toContain('looked at');
  });
});

describe('shared pages that are opened too often', () => {
  it('are refused beyond two at once and sixteen that wait, and whoever is signed in reads on', async () => {
    const session = (
      await tested.store.openSession((await tested.store.addAccess(tested.site.id, 'Ada', 'viewer')).token, noon)
    )?.session;
    const token = await share('/touchpoints/checkout?comments=1');
    const opened = openings(token, 60, undefined, '?order=strongest&q=zzz');
    const own = await Promise.all(
      ['/', '/touchpoints/checkout', '/touchpoints/busy'].map(async (path) =>
        tested.app.request(path, { headers: { cookie: `__Host-vivencia=${session}` } }),
      ),
    );
    expect(own.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { statuses, limited } = await opened;
    expect(statuses).toEqual({ 200: 18, 503: 42 });
    expect(limited?.headers.get('retry-after')).toBe('2');
    expect(read((await limited?.text()) ?? '')).toContain('asked too much at once');
    // Those who left their places left them to others.
    expect((await openings(token, 18)).statuses).toEqual({ 200: 18 });
  });

  it('are 60 a minute of one network, whatever it opens', async () => {
    const here = () => '203.0.113.7';
    expect((await openings('sh_unknown', 59, here)).statuses).toEqual({ 404: 59 });
    const token = await share('/');
    const { statuses, limited } = await openings(token, 3, here);
    expect(statuses).toEqual({ 200: 1, 429: 2 });
    expect(limited?.headers.get('retry-after')).toBe('1');
    expect(limited?.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(read((await limited?.text()) ?? '')).toContain('Try again in a second.');
    expect((await openings(token, 1, () => '198.51.100.1')).statuses).toEqual({ 200: 1 });
    tested.clock.now += 1_000;
    expect((await openings(token, 1, here)).statuses).toEqual({ 200: 1 });
  });

  it('are 120 a minute of one share, from wherever', async () => {
    const token = await share('/touchpoints/nowhere');
    for (let round = 0; round < 8; round++) await openings(token, 15, (n) => `10.1.${n}.${round}`);
    expect((await openings(token, 1)).statuses).toEqual({ 429: 1 });
    expect((await openings(await share('/'), 1)).statuses).toEqual({ 200: 1 });
  });
});
