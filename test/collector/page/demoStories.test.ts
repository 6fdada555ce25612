import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBuiltWidget } from '../../../packages/collector/src/asset/builtWidget.ts';
import { pages } from '../../../packages/collector/src/page/pages.tsx';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { noon } from '../../support/delivery.ts';
import { vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { headlineOf } from './readPage.ts';

/** What the sentence has to say of each story: what to fix first, and since when, 45 and 20 days before the last one. */
describe.each([
  [
    'checkout',
    /^Checkout moves people most, \d+ of 100, mostly frustration \(“card form”\)\. It got worse on [789] October\.$/,
  ],
  ['chat', /^Support chat .* \(“waited too long”\).* It got worse on [123] November\.$/],
  ['returns', /^Returns (comes first|moves people most), \d+ of 100, .*frustration/],
] as const)('the story of %s', (story, expected) => {
  const { folder, remove } = temporaryFolder();
  let page: string;

  beforeAll(async () => {
    const asked = ['--responses', '6000', '--story', story, '--until', '2026-11-22T12:00Z'];
    expect((await vivencia(folder, 'demo', 'fill', ...asked)).code).toBe(0);
    const store = await openSqliteStore(`${folder}/vivencia.db`);
    const [site] = await store.listSites();
    const { token } = await store.addAccess(site?.id ?? 0, 'Marta', 'viewer');
    const session = (await store.openSession(token, noon))?.session;
    const app = pages({
      store,
      now: () => noon,
      publicUrl: () => 'https://vivencia.example',
      widget: readBuiltWidget(),
    });
    const headers = { cookie: `__Host-vivencia=${session}`, 'accept-language': 'en-GB' };
    page = await (await app.request('/', { headers })).text();
    await store.close();
  }, 60_000);
  afterAll(() => remove());

  it('stands in the headline', () => {
    expect(headlineOf(page)).toMatch(expected);
  });
});
