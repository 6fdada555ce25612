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
