import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, signedIn } from '../collector/page/signedIn.ts';
import { type TestApp, testApp } from '../support/testApp.ts';
import { isUnsafe, type Route, routesOf } from './routesOf.ts';

/**
 * What pages of any origin may send: it has no session and no key, so a cookie gives it nothing. A link's own page goes by
 * the token in its address, which another site would have to know.
 */
const forAnybody = ['/v1/responses', '/v1/passes', '/v1/armed', '/r/:token', '/k/:token/responses', '/k/:token/passes'];

/** What a form, a script without preflight, a script with one, and a text can say they send. */
const bodies: Record<string, string> = {
  'application/x-www-form-urlencoded': 'name=Eve&role=editor&person=1&origin=https%3A%2F%2Fevil.example&page=%2F',
  'multipart/form-data; boundary=b': '--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nEve\r\n--b--\r\n',
  'text/plain': 'name=Eve&role=editor\r\n',
  'application/json': '{"name":"Eve","role":"editor","title":"Eve"}',
  '': 'name=Eve&role=editor',
};

/** How a browser, new or old, says that it was another site's page. */
const senders: Record<string, Record<string, string>> = {
  'another site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  'a sibling of our domain': { 'sec-fetch-site': 'same-site', origin: 'https://blog.collector.example' },
  'a link or a bookmark': { 'sec-fetch-site': 'none' },
  'an old browser on another site': { origin: 'https://collector.example.evil.example' },
  'a sandboxed frame': { origin: 'null', referer: 'https://collector.example/access' },
  'nobody who says': {},
};

let tested: TestApp;
let editor: Person;
let victim: Person;
beforeAll(async () => {
  tested = await testApp();
  editor = await signedIn(tested, 'editor', 'Núria');
  victim = await signedIn(tested, 'viewer', 'Pau');
  await tested.store.addShare(tested.site.id, 'Board', '/');
});
afterAll(() => tested.remove());

/** All that is kept. */
function kept(): string {
  const database = new Database(tested.file, { readonly: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  // The day that somebody was last seen is noted for whatever they do.
  const rows = tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).raw().all()]);
  database.close();
  return JSON.stringify(rows);
}

const addressOf = ({ path }: Route) =>
  path.replace(/:\w+(\{[^}]*\})?/g, (name) => (name === ':key' ? 'checkout' : 'x'));

test('no unsafe route does anything for another site’s page, whatever it sends', async () => {
  await editor.get('/');
  await victim.get('/');
  await expect
    .poll(async () => (await tested.store.listSessions(tested.site.id, tested.clock.now))[0]?.seenDay)
    .toBeTruthy();
  const before = kept();
  const routes = routesOf(tested.app).filter((route) => isUnsafe(route) && !forAnybody.includes(route.path));
  expect(routes.length).toBeGreaterThanOrEqual(14);
  const passed: string[] = [];
  let tried = 0;
  for (const route of routes) {
    for (const [contentType, body] of Object.entries(bodies)) {
      for (const [sender, headers] of Object.entries(senders)) {
        const type: Record<string, string> = contentType ? { 'content-type': contentType } : {};
        const answer = await tested.app.request(addressOf(route), {
          method: route.method,
          headers: { cookie: editor.cookie, ...type, ...headers },
          body: new TextEncoder().encode(body),
        });
        tried++;
        if (![401, 403].includes(answer.status)) passed.push(`${route.method} ${route.path} ${contentType} ${sender}`);
      }
    }
  }
  expect(passed).toEqual([]);
  expect(tried).toBe(routes.length * 5 * 6);
  expect(kept()).toBe(before);
});

test('and each page’s form does reach its route from our own page', async () => {
  const routes = routesOf(tested.app).filter((route) => isUnsafe(route) && !/^\/(v1|k)\//.test(route.path));
  for (const route of routes.filter(({ path }) => !/logout|sessions/.test(path))) {
    const answer = await editor.send(addressOf(route));
    expect([route.path, answer.status === 403]).toEqual([route.path, false]);
  }
});
