import type { Emotion } from '@vivencia/contract/emotion';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { readBuiltWidget } from '../../../packages/collector/src/asset/builtWidget.ts';
import { pages } from '../../../packages/collector/src/page/pages.tsx';
import type { AcceptedState } from '../../../packages/collector/src/store/delivery.ts';
import type { Site, SiteSettings } from '../../../packages/collector/src/store/site.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { delivery, noon } from '../../support/delivery.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

export interface TestPages {
  app: ReturnType<typeof pages>;
  store: Store;
  site: Site;
  /** A new sign-in token. */
  token(): Promise<string>;
  /** GETs with a session's cookie. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** GETs a page that has to be there. */
  page(path?: string, headers?: Record<string, string>): Promise<string>;
  /** Records answers that are alike, at noon if no other moment is given. */
  answer(
    count: number,
    emotion: Emotion,
    strength: number | null,
    more?: Partial<AcceptedState>,
    at?: number,
  ): Promise<void>;
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
  // Within another, as in the collector: what they leave to others to answer has somebody to answer it.
  const app = new Hono().route(
    '/',
    pages({ store, now: () => noon, publicUrl: () => publicUrl, widget: readBuiltWidget() }),
  );
  const token = async () => (await store.addAccess(site.id, 'Marta', 'viewer')).token;
  const session = (await store.openSession(await token(), noon))?.session;
  const name = publicUrl.startsWith('https') ? '__Host-vivencia' : 'vivencia';
  const get = async (path: string, headers = {}) =>
    app.request(path, { headers: { cookie: `${name}=${session}`, ...headers } });
  return {
    app,
    store,
    site,
    token,
    get,
    page: async (path = '/', headers = {}) => {
      const response = await get(path, headers);
      expect(response.status).toBe(200);
      return response.text();
    },
    answer: async (count, emotion, strength, more = {}, at = noon) => {
      const answered = { status: 'answered', emotion, strength, latencyMs: 5_000, revision: 2 } as const;
      const states = Array.from({ length: count }, () =>
        delivery(site.id, { ...answered, ...more }, { received: at, moment: at }),
      );
      await store.recordStates(states);
    },
    remove: async () => {
      await store.close();
      remove();
    },
  };
}
