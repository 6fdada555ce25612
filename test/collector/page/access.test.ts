import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noon } from '../../support/delivery.ts';
import { read } from './readPage.ts';
import { type Person, signedIn } from './signedIn.ts';
import { type TestPages, testPages } from './testPages.ts';

let tested: TestPages;
let editor: Person;
let viewer: Person;
beforeAll(async () => {
  tested = await testPages();
  editor = await signedIn(tested, 'editor', 'Núria');
  viewer = await signedIn(tested, 'viewer', 'Pau');
});
afterAll(() => tested.remove());

const textOf = async (response: Response | Promise<Response>) => read(await (await response).text());
const linkIn = (page: string) => /<pre>(.*?)<\/pre>/.exec(page)?.[1] ?? '';
const pathOf = (link: string) => link.replace('https://vivencia.example', '');
const opens = async (person: Person) => (await person.get('/')).status === 200;
const sessionOf = async (person: Person) => {
  const [session] = (await tested.store.listSessions(tested.site.id, noon)).filter(
    ({ access }) => access === person.access,
  );
  return session?.id ?? '';
};

describe('an editor', () => {
  it('sees who may open the pages, and where they are signed in', async () => {
    const page = await textOf(editor.get('/access'));
    expect(page).toContain('3 people may open these pages');
    expect(page).toContain('Signed in now: 3 browsers.');
    expect(page).toMatch(/Núria ?you ?editor/);
    expect(page).toMatch(/Núria ?this browser/);
    expect(page).toMatch(/Pau ?viewer/);
  });

  it('lets somebody in, by a link that is shown once and works once', async () => {
    const made = await editor.send('/access/people', { name: '  Ada\u0301  ', role: 'viewer' });
    expect(made.status).toBe(200);
    const link = linkIn(await made.text());
    expect(link).toMatch(/^https:\/\/vivencia\.example\/login\?token=at_[\w-]{43}$/);
    expect(await textOf(editor.get('/access'))).toMatch(/Adá ?viewer .* has not signed in yet/);
    expect(await (await editor.get('/access')).text()).not.toContain(link);
    expect((await tested.app.request(pathOf(link))).status).toBe(303);
    expect((await tested.app.request(pathOf(link))).status).toBe(401);
  });

  it.each([
    ['no name', { name: ' ', role: 'viewer' }],
    ['a name of two lines', { name: 'a\nb', role: 'viewer' }],
    ['a name that reads backwards', { name: 'a\u202eb', role: 'viewer' }],
    ['too long a name', { name: 'a'.repeat(81), role: 'viewer' }],
    ['no such role', { name: 'Eve', role: 'owner' }],
    ['nothing', {}],
  ])('is told what a name is: %s', async (_, fields) => {
    const before = (await tested.store.listAccess(tested.site.id)).length;
    const answer = await editor.send('/access/people', fields as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('A name has 1 to 80 characters, on one line.');
    expect((await tested.store.listAccess(tested.site.id)).length).toBe(before);
  });

  it('gives somebody another link: for one more browser, and the link before opens nothing', async () => {
    const joan = await signedIn(tested, 'viewer', 'Joan');
    const first = linkIn(await (await editor.send('/access/people/link', { person: String(joan.access) })).text());
    const second = linkIn(await (await editor.send('/access/people/link', { person: String(joan.access) })).text());
    expect((await tested.app.request(pathOf(first))).status).toBe(401);
    expect((await tested.app.request(pathOf(second))).status).toBe(303);
    expect(await opens(joan)).toBe(true);
    const joans = (await tested.store.listSessions(tested.site.id, noon)).filter(
      ({ access }) => access === joan.access,
    );
    expect(joans).toHaveLength(2);
  });

  it('revokes somebody, whose sessions end at once', async () => {
    const gone = await signedIn(tested, 'editor', 'Gone');
    const other = await signedIn(tested, 'editor', 'Gone');
    expect(await opens(gone)).toBe(true);
    expect((await editor.send('/access/people/revoke', { person: String(gone.access) })).status).toBe(303);
    expect(await opens(gone)).toBe(false);
    expect((await gone.send('/access/people', { name: 'Eve', role: 'editor' })).headers.get('location')).toBe('/login');
    // Of the same name, but another.
    expect(await opens(other)).toBe(true);
    expect((await editor.send('/access/people/link', { person: String(gone.access) })).status).toBe(303);
  });

  it('sees who was revoked, and when, apart from who may come in', async () => {
    const { access } = await tested.store.addAccess(tested.site.id, 'Quim', 'editor');
    await tested.store.revokeAccess(tested.site.id, access.id);
    const page = await (await editor.get('/access')).text();
    const [before = '', after = ''] = page.split(/<summary>\d+ w(?:as|ere) revoked<\/summary>/);
    expect(read(before).includes('Quim')).toBe(false);
    expect(read(after.split('</li>')[0] ?? '')).toMatch(/^Quim ?editor · revoked [A-Z][a-z]+ \d+, \d{4}$/);
  });

  it('has each list as a table of its own', async () => {
    await tested.store.addShare(tested.site.id, '=Board', '/?period=7');
    const table = async (name: string) => (await (await editor.get(`/access/${name}.csv`)).text()).split('\r\n');
    expect(await table('people')).toEqual(
      expect.arrayContaining([
        'Name,Role,Since,Last here,Revoked',
        expect.stringMatching(/^Núria,editor,\d{4}-\d\d-\d\d,2026-11-22,$/),
        expect.stringMatching(/^Quim,editor,\d{4}-\d\d-\d\d,,\d{4}-\d\d-\d\d$/),
      ]),
    );
    expect(await table('sessions')).toEqual(
      expect.arrayContaining(['Name,Signed in,Last seen', expect.stringMatching(/^Núria,2026-11-22,/)]),
    );
    expect((await table('shares'))[1]).toMatch(/^'=Board,\/\?period=7,\d{4}-\d\d-\d\d$/);
    for (const text of [await table('people'), await table('sessions'), await table('shares')].flat())
      expect(text).not.toMatch(/at_|sh_|[\w-]{43}/);
  });

  it('ends one session, or all of their own', async () => {
    const here = await signedIn(tested, 'viewer', 'Here');
    await editor.send('/access/sessions/end', { session: await sessionOf(here) });
    expect(await opens(here)).toBe(false);
    const me = await signedIn(tested, 'editor', 'Me');
    expect((await me.send('/access/sessions/end-mine')).headers.get('location')).toBe('/login');
    expect(await opens(me)).toBe(false);
    expect(await opens(editor)).toBe(true);
  });

  it.each(['', 'x', '-1', '1e3', '9'.repeat(40)])('is not troubled by a person called %j', async (person) => {
    for (const path of ['/access/people/link', '/access/people/revoke']) {
      expect((await editor.send(path, { person })).status).toBe(303);
    }
    expect((await editor.send('/access/sessions/end', { session: person })).status).toBe(303);
    expect((await editor.send('/access/shares/revoke', { share: person })).status).toBe(303);
  });
});

describe('a viewer', () => {
  it('sees their own sessions and nobody else', async () => {
    const page = await textOf(viewer.get('/access'));
    expect(page).toContain('Where you are signed in');
    expect(page).toMatch(/Pau ?this browser/);
    expect(page).not.toContain('Núria');
  });

  it('has a table of their own sessions, and none of people or shares', async () => {
    const own = await (await viewer.get('/access/sessions.csv')).text();
    expect(own).toContain('Pau,');
    expect(own).not.toContain('Núria');
    for (const name of ['people', 'shares']) expect((await viewer.get(`/access/${name}.csv`)).status).toBe(403);
    expect((await tested.app.request('/access/people.csv')).status).toBe(303);
  });

  it('ends none but their own', async () => {
    await viewer.send('/access/sessions/end', { session: await sessionOf(editor) });
    expect(await opens(editor)).toBe(true);
    const own = await signedIn(tested, 'viewer', 'Own');
    await own.send('/access/sessions/end', { session: await sessionOf(own) });
    expect(await opens(own)).toBe(false);
  });

  it.each([
    ['/access/people', { name: 'Eve', role: 'editor' }],
    ['/access/people/link', { person: '1' }],
    ['/access/people/revoke', { person: '1' }],
    ['/access/share', { page: '/', name: 'x' }],
    ['/access/shares/revoke', { share: '1' }],
    ['/install/origins', { origin: 'https://evil.example' }],
    ['/install/origins/remove', { origin: 'https://shop.example' }],
  ])('may not POST %s', async (path, fields) => {
    const before = JSON.stringify([
      await tested.store.listAccess(tested.site.id),
      await tested.store.listShares(tested.site.id),
      await tested.store.listSites(),
    ]);
    expect((await viewer.send(path, fields as Record<string, string>)).status).toBe(403);
    const after = JSON.stringify([
      await tested.store.listAccess(tested.site.id),
      await tested.store.listShares(tested.site.id),
      await tested.store.listSites(),
    ]);
    expect(after).toBe(before);
  });

  it('is not offered to share', async () => {
    const refused = await viewer.get('/access/share?page=%2F&lang=es');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toMatch(/<html lang="es">.*Esto es para quien edita\..*href="\/\?lang=es"/s);
    expect(await textOf(viewer.get('/'))).not.toContain('Share this page');
  });
});

describe('when a session was last used', () => {
  it('is noted once a local day', async () => {
    const ada = await signedIn(tested, 'viewer', 'Ada');
    const seenDay = async () =>
      (await tested.store.listSessions(tested.site.id, noon)).find(({ access }) => access === ada.access)?.seenDay;
    expect(await seenDay()).toBeNull();
    await ada.get('/access');
    const day = Date.UTC(2026, 10, 22) / (24 * 60 * 60 * 1000);
    await expect.poll(seenDay).toBe(day);
  });
});

it.each([
  ['es', 'personas pueden abrir estas páginas', 'Sesiones abiertas'],
  ['ca', 'persones poden obrir aquestes pàgines', 'Sessions obertes'],
])('speaks %s', async (language, ...said) => {
  const page = await textOf(editor.get(`/access?lang=${language}`));
  for (const text of said) expect(page).toContain(text);
});
