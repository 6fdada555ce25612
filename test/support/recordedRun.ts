import { Conformance } from './conformance.ts';

type Request = (
  input: string | URL | globalThis.Request,
  init?: RequestInit,
  ...more: never[]
) => Response | Promise<Response>;

/** One for all apps of a test file: to put the document's validators together takes longer than most tests. */
let shared: Conformance | undefined;

/**
 * As an app's `request`, but what it is asked and what it answers is looked up in its own description, and what is not
 * as that says fails the test that asked.
 */
export function recordedRun(request: Request): { request: Request; conformance(): Promise<Conformance> } {
  const conformance = async () => {
    shared ??= new Conformance((await (await request('/openapi.json')).json()) as never);
    return shared;
  };
  return {
    conformance,
    request: async (input, init, ...more) => {
      const response = await request(input, init, ...more);
      const asked = input instanceof Request ? input : null;
      const url = new URL(asked?.url ?? String(input), 'http://collector.example');
      const headers = new Headers(asked?.headers ?? init?.headers);
      const responseType = response.headers.get('content-type');
      const isRead = /json/.test(responseType ?? '') || response.status === 204 || response.status === 304;
      const wrong = (await conformance()).check({
        method: (asked?.method ?? init?.method ?? 'GET').toUpperCase(),
        target: url.pathname + url.search,
        requestType: headers.get('content-type'),
        requestBody: bodyOf(init?.body),
        status: response.status,
        responseType,
        responseBody: isRead ? await response.clone().text() : null,
      });
      if (wrong.length > 0) throw new Error(`not as /openapi.json says: ${wrong.join('; ')}`);
      return response;
    },
  };
}

function bodyOf(body: unknown): string | null {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : null;
}
