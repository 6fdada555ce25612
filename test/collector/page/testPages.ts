import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { pages } from '../../../packages/collector/src/page/pages.tsx';
import type { Site, SiteSettings } from '../../../packages/collector/src/store/site.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { noon } from '../../support/delivery.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

export interface TestPages {
  app: ReturnType<typeof pages>;
  store: Store;
  site: Site;
  /** A new sign-in token. */
  token(): Promise<string>;
  /** GETs with a session's cookie. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  remove(): Promise<void>;
}

/** The pages alone over a real SQLite file, with somebody signed in; the clock stands at noon of 2026-11-22 UTC. */
export async function testPages(
  publicUrl = 'https://vivencia.example',
  settings: Partial<SiteSettings> = {},
): Promise<TestPages> {
  const { folder, remove } = temporaryFolder();
  const store = await openSqliteStore(`${folder}/vivencia.db`);
  const named = { ...defaultSite('Northwind'), timeZone: 'Europe/Madrid', ...settings };
  const { site } = await store.addSite(named);
  const app = pages({ store, now: () => noon, publicUrl: () => publicUrl });
  const token = async () => (await store.addAccess(site.id, 'Marta', 'viewer')).token;
  const session = (await store.openSession(await token(), noon))?.session;
  const name = publicUrl.startsWith('https') ? '__Host-vivencia' : 'vivencia';
  return {
    app,
    store,
    site,
    token,
    get: async (path, headers = {}) => app.request(path, { headers: { cookie: `${name}=${session}`, ...headers } }),
    remove: async () => {
      await store.close();
      remove();
    },
  };
}
