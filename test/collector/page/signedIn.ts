import type { Role } from '../../../packages/collector/src/store/site.ts';
import { noon } from '../../support/delivery.ts';
import type { TestPages } from './testPages.ts';

/** Somebody in a browser of their own. */
export interface Person {
  access: number;
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form as a page of ours does. */
  send(path: string, fields?: Record<string, string>): Promise<Response>;
}

type Parts = Pick<TestPages, 'store' | 'site'> & { app: { request: TestPages['app']['request'] } };

/** Signs somebody in, on https. */
export async function signedIn({ app, store, site }: Parts, role: Role, name: string): Promise<Person> {
  const { access, token } = await store.addAccess(site.id, name, role);
  const cookie = `__Host-vivencia=${(await store.openSession(token, noon))?.session}`;
  return {
    access: access.id,
    cookie,
    get: async (path, headers = {}) => app.request(path, { headers: { cookie, ...headers } }),
    send: async (path, fields = {}) =>
      app.request(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
      }),
  };
}
