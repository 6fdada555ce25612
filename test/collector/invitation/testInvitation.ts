import { type TestApp, testApp } from '../../support/testApp.ts';

export interface Invited {
  id: string;
  url: string;
  expires: string;
  qr: string;
  email?: string;
  sms?: string;
}

export interface TestInvitations extends TestApp {
  /** POSTs to `/v1/invitations` with the site's secret key. */
  ask(body: object, headers?: Record<string, string>): Promise<Response>;
  /** A link for `checkout` by mail. */
  invite(given?: object): Promise<Invited & { path: string }>;
  /** Sends a form as a browser does. */
  send(path: string, fields: Record<string, string> | [string, string][], headers?: object): Promise<Response>;
}

export async function testInvitations(...given: Parameters<typeof testApp>): Promise<TestInvitations> {
  const tested = await testApp(...given);
  const ask: TestInvitations['ask'] = (body, headers = {}) =>
    tested.post('/v1/invitations', body, {
      'content-type': 'application/json',
      authorization: `Bearer ${tested.secretKey}`,
      ...headers,
    });
  return {
    ...tested,
    ask,
    invite: async (body = {}) => {
      const invited = (await (await ask({ touchpoint: 'checkout', channel: 'email', ...body })).json()) as Invited;
      return { ...invited, path: new URL(invited.url).pathname };
    },
    send: async (path, fields, headers = {}) =>
      tested.app.request(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}
