import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPages, testPages } from './testPages.ts';

const https = 'https://vivencia.example';
const fromOwnPage = { 'sec-fetch-site': 'same-origin' };

let tested: TestPages;
beforeAll(async () => {
  tested = await testPages(https);
});
afterAll(() => tested.remove());

const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = fromOwnPage) =>
  tested.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });

const signsIn = (response: Response) =>
  response.status === 303 && response.headers.get('location') === '/' && response.headers.get('set-cookie') !== null;

describe('the overview', () => {
  it.each([
    ['nobody', {}],
    ['a made-up session', { cookie: '__Host-vivencia=se_madeup' }],
  ])('sends %s to sign in', async (_, headers) => {
    const response = await tested.app.request('/', { headers });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/login']);
  });

  it('opens with a session', async () => {
    expect((await tested.get('/')).status).toBe(200);
  });
});

describe('the personal link', () => {
  it('signs in once, with a cookie bound to this host', async () => {
    const path = `/login?token=${await tested.token()}`;
    const first = await tested.app.request(path);
    expect(signsIn(first)).toBe(true);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-vivencia=[^;]+; /);
    const attributes = cookie
      .split('; ')
      .slice(1)
      .map((text: string) => text.replace(/\d+/, 'N'));
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=N', 'Path=/', 'SameSite=Lax', 'Secure']);
    const page = await tested.app.request('/', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);

    const second = await tested.app.request(path);
    expect(second.status).toBe(401);
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(await second.text()).toContain('vivencia access add NAME --role viewer');
  });

  it('opened again by its owner, leads to the page they are signed in to', async () => {
    const token = await tested.token();
    await tested.app.request(`/login?token=${token}`);
    const again = await tested.get(`/login?token=${token}`);
    expect([again.status, again.headers.get('location')]).toEqual([303, '/']);
  });

  it.each([
    ['unknown', 'at_unknown'],
    ['too long', 'x'.repeat(5_000)],
    ['odd', '%00%ff'],
  ])('that is %s is refused and never repeated', async (_, token) => {
    const response = await tested.app.request(`/login?token=${token}`);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(token);
  });

  it.each([
    ['a HEAD', 'HEAD', {}],
    ['a prefetch', 'GET', { 'sec-purpose': 'prefetch' }],
    ['a prerender', 'GET', { 'sec-purpose': 'prefetch;prerender' }],
    ['an old prefetch', 'GET', { purpose: 'prefetch' }],
    ['Slack’s preview', 'GET', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }],
    ['Facebook’s preview', 'GET', { 'user-agent': 'facebookexternalhit/1.1' }],
    ['WhatsApp’s preview', 'GET', { 'user-agent': 'WhatsApp/2.23.20.0' }],
    ['a search engine', 'GET', { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0)' }],
    ['a crawler', 'GET', { 'user-agent': 'SomeCrawler/1.0' }],
  ])('is not used up by %s, which gets a button', async (_, method, headers) => {
    const token = await tested.token();
    const path = `/login?token=${token}`;
    const ahead = await tested.app.request(path, { method, headers: headers as Record<string, string> });
    expect(ahead.status).toBe(200);
    expect(ahead.headers.get('set-cookie')).toBeNull();
    if (method === 'GET') expect(await ahead.text()).toContain(`<input type="hidden" name="token" value="${token}"`);
    expect(signsIn(await submit('/login', { token }))).toBe(true);
  });

  it.each([
    [
      'a browser',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    ],
    [
      'a phone by Cubot',
      'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
    ],
    ['an HTTP library', 'python-requests/2.32'],
    ['a headless browser', 'Mozilla/5.0 HeadlessChrome/140.0.0.0'],
  ])('is a person’s when it comes from %s', async (_, agent) => {
    const path = `/login?token=${await tested.token()}`;
    expect(signsIn(await tested.app.request(path, { headers: { 'user-agent': agent } }))).toBe(true);
  });
});

describe('the form', () => {
  it('asks for a token where there is none', async () => {
    const response = await tested.app.request('/login');
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/<form method="post" action="\/login">.*name="token"/s);
  });

  it('takes a pasted token, with blanks around it', async () => {
    expect(signsIn(await submit('/login', { token: ` ${await tested.token()}\n` }))).toBe(true);
  });

  it('refuses nothing and nonsense alike', async () => {
    expect((await submit('/login', {})).status).toBe(401);
    expect((await submit('/login', { token: 'x' })).status).toBe(401);
  });

  it.each([
    ['en', 'That is too much at once.'],
    ['es-ES', 'Es demasiado de una vez.'],
    ['ca', 'És massa d’un sol cop.'],
  ])('refuses a body that no form of ours sends, in %s, however it says its length', async (language, said) => {
    const headers = {
      ...fromOwnPage,
      'accept-language': language,
      'content-type': 'application/x-www-form-urlencoded',
    };
    const token = `token=${'x'.repeat(10_000)}`;
    const chunked = new Blob([token]).stream();
    for (const body of [token, chunked]) {
      const sent = { method: 'POST', headers, body, duplex: 'half' };
      const answer = await tested.app.request('/login', sent as RequestInit);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html; charset=UTF-8']);
      expect(await answer.text()).toContain(`<h1>${said}</h1>`);
    }
  });
});

describe('an unsafe request', () => {
  it.each([
    ['from our own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: https }, false],
    ['from a sibling of our domain', { 'sec-fetch-site': 'same-site' }, false],
    ['typed or from a bookmark', { 'sec-fetch-site': 'none' }, false],
    ['with our public origin', { origin: https }, true],
    ['with the origin that it came to', { origin: 'http://localhost' }, true],
    ['with another origin', { origin: 'https://evil.example' }, false],
    ['with an origin that only begins like ours', { origin: `${https}.evil.example` }, false],
    ['with an opaque origin', { origin: 'null' }, false],
    ['that says neither', {}, false],
  ])('%s: %j → accepted %s', async (_, headers, accepted) => {
    for (const path of ['/login', '/logout']) {
      const response = await submit(path, { token: 'x' }, headers as Record<string, string>);
      expect(response.status === 403).toBe(!accepted);
    }
  });
});

describe('signing out', () => {
  it('ends the session itself, not only its cookie', async () => {
    const signedIn = await tested.app.request(`/login?token=${await tested.token()}`);
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const out = await submit('/logout', {}, { ...fromOwnPage, cookie });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/login']);
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-vivencia=; Max-Age=0; Path=\/; .*Secure/);
    expect((await tested.app.request('/', { headers: { cookie } })).status).toBe(303);
  });
});

describe('every page', () => {
  it.each(['/', '/login', '/login?token=x'])('%s runs nothing, is framed nowhere and kept nowhere', async (path) => {
    for (const response of [await tested.get(path), await tested.app.request(path)]) {
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy.replace(/'sha256-[^']+'/, 'HASH')).toBe(
        "default-src 'none'; style-src HASH; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      );
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('another public address', () => {
  it.each([
    ['https below a path', 'https://x.example/vivencia', '/vivencia/', /^__Host-vivencia=.*; Path=\/; .*Secure/],
    ['http', 'http://127.0.0.1:8787', '/', /^vivencia=.*; Path=\/; HttpOnly; SameSite=Lax$/],
    ['http below a path', 'http://x.example/v', '/v/', /^vivencia=.*; Path=\/v; HttpOnly; SameSite=Lax$/],
  ])('%s', async (_, publicUrl, home, cookie) => {
    const other = await testPages(publicUrl);
    const response = await other.app.request(`/login?token=${await other.token()}`);
    expect(response.headers.get('location')).toBe(home);
    expect(response.headers.get('set-cookie')).toMatch(cookie);
    expect((await other.app.request('/')).headers.get('location')).toBe(`${home}login`);
    const text = await (await other.get('/')).text();
    const links = [...text.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link?.startsWith(home)).toBe(true);
    await other.remove();
  });
});

it('a store that cannot be read is said in a page, and a link stays good', async () => {
  const other = await testPages();
  const token = await other.token();
  await other.store.close();
  for (const response of [await other.get('/'), await other.app.request(`/login?token=${token}`)]) {
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain('<h1>Not just now.</h1>');
  }
  await other.remove();
});
