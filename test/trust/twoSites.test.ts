import { randomUUID } from 'node:crypto';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSite } from '../../packages/collector/src/api/siteSchema.ts';
import type { Site } from '../../packages/collector/src/store/site.ts';
import { type Person, signedIn } from '../collector/page/signedIn.ts';
import { delivery, noon } from '../support/delivery.ts';
import { type TestApp, testApp } from '../support/testApp.ts';
import { isUnsafe, type Route, routesOf } from './routesOf.ts';

/** Stands in all that the other site has, and nowhere else. */
const canary = 'c4n4ry';

/** The other site's touchpoints. Whoever asks for something may be told what they asked for, so no canary is in these. */
const keys = ['theirs', 'checkout'];

let tested: TestApp;
let ours: Person;
let theirs: Person;
let other: Site;
let share: number;
let token: string;
beforeAll(async () => {
  tested = await testApp();
  const { store, app } = tested;
  ours = await signedIn(tested, 'editor', 'Núria');
  const added = await store.addSite({ ...defaultSite(`${canary} shop`), origins: [`https://${canary}.example`] });
  other = added.site;
  theirs = await signedIn({ app, store, site: other }, 'editor', `${canary} Eve`);
  for (const key of keys) {
    await store.putTouchpoint(other.id, key, {
      ...defaultSettings(key),
      title: `${canary} title`,
      owner: `${canary} owner`,
      note: `${canary} note`,
      reasons: [{ key: canary, label: { en: `${canary} reason` } }],
    });
    const answered = {
      touchpoint: key,
      status: 'answered',
      emotion: 'angry',
      strength: 5,
      reasons: [canary],
      comment: `${canary} comment`,
      respondent: canary,
    } as const;
    const states = Array.from({ length: 20 }, () =>
      delivery(other.id, {
        ...answered,
        id: randomUUID(),
        reasons: [canary],
        segment: [
          ['plan', 'theirs'],
          [canary, canary],
        ],
      }),
    );
    await store.recordStates(states);
  }
  await store.recordPasses([
    { site: other.id, touchpoint: canary, outcome: 'suppressed', reason: 'gap', received: noon },
  ]);
  await store.recordNotes([
    {
      site: other.id,
      at: noon,
      sightings: [{ origin: `https://${canary}.example`, kind: 'answer', lastAt: noon }],
      refusals: [{ reason: canary, count: 7 }],
    },
  ]);
  await store.addKey(other.id, canary, ['read']);
  await store.addKiosk(other.id, { name: canary, touchpoint: keys[0] ?? '', locale: null });
  const shared = await store.addShare(other.id, `${canary} board`, '/');
  share = shared.share.id;
  token = shared.token;
  // Ours has a touchpoint of the same key, without an answer.
  await store.putTouchpoint(tested.site.id, 'checkout', defaultSettings('checkout'));
});
afterAll(() => tested.remove());

/** What a route's parameters stand for at the other site. A parameter that is not here fails the test: add it. */
const parameters: Record<string, () => string[]> = {
  key: () => keys,
  id: () => ['theirs', '1'],
  site: () => [other.publicKey],
  file: () => ['none.js'],
  token: () => ['sh_none'],
};

function addressesOf({ path }: Route): string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return names.reduce(
    (addresses, name) => {
      const values = parameters[name];
      if (!values) throw new Error(`say what :${name} of ${path} is at the other site`);
      const pattern = new RegExp(`:${name}(\\{.*?\\})?(?=/|$)`);
      return addresses.flatMap((address) => values().map((value) => address.replace(pattern, value)));
    },
    [path],
  );
}

const queries = ['', '?segment=plan%3Atheirs', '?q=comment', '?bucket=day', '?period=365&sort=answers', '?site=2'];

/** The public loader and its settings are for whoever has a site's public key. */
const isPublic = ({ path }: Route) => path.startsWith('/s/') || path.startsWith('/assets/');

describe('whoever belongs to one site', () => {
  test('reads no row of another, on any route', async () => {
    const leaks: string[] = [];
    const statuses = new Map<number, number>();
    const routes = routesOf(tested.app).filter((route) => !isUnsafe(route) && !isPublic(route));
    for (const route of routes) {
      for (const address of addressesOf(route)) {
        for (const query of queries) {
          for (const headers of [{ cookie: ours.cookie }, { authorization: `Bearer ${tested.secretKey}` }]) {
            const answer = await tested.app.request(address + query, { headers });
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
            expect(answer.status).toBeLessThan(500);
            if ((await answer.text()).includes(canary)) leaks.push(`${address}${query}`);
          }
        }
      }
    }
    expect(leaks).toEqual([]);
    // It was not only doors that were shut.
    expect(statuses.get(200)).toBeGreaterThan(30);
  });

  test('what belongs to another is found by those who belong there', async () => {
    for (const path of ['/', '/install', '/access', `/touchpoints/${keys[0]}`]) {
      expect(await (await theirs.get(path)).text()).toContain(canary);
    }
  });

  test('changes nothing of another', async () => {
    const { store } = tested;
    const state = async () =>
      JSON.stringify([
        await store.listAccess(other.id),
        (await store.listSessions(other.id, noon)).map(({ id }) => id),
        await store.listShares(other.id),
        await store.listKiosks(other.id),
        await store.listTouchpoints(other.id),
        await store.siteByPublicKey(other.publicKey),
        await store.countResponses(other.id),
      ]);
    const before = await state();
    const [session] = await store.listSessions(other.id, noon);
    const fields = {
      person: String(theirs.access),
      session: session?.id ?? '',
      share: String(share),
      origin: `https://${canary}.example`,
      name: 'Eve',
      role: 'editor',
      page: `/touchpoints/${keys[0]}`,
      key: keys[0] ?? '',
      into: 'checkout',
      action: '1',
      id: '1',
      text: 'x',
    };
    const routes = routesOf(tested.app).filter((route) => isUnsafe(route) && !/log(in|out)|end-mine/.test(route.path));
    for (const route of routes) {
      for (const address of addressesOf(route)) {
        if (address.startsWith('/v1/')) {
          const headers = { authorization: `Bearer ${tested.secretKey}`, 'content-type': 'application/json' };
          await tested.app.request(address, { method: route.method, headers, body: '{}' });
        } else await ours.send(address, fields);
      }
    }
    expect(await state()).toBe(before);
  });
});

describe('what was revoked stops at once', () => {
  const status = async (path: string, headers = {}) => (await tested.app.request(path, { headers })).status;

  test('a share', async () => {
    expect(await status(`/share/${token}`)).toBe(200);
    await tested.store.revokeShare(other.id, share);
    expect(await status(`/share/${token}`)).toBe(404);
  });

  test('a sign-in link', async () => {
    const { access, token } = await tested.store.addAccess(other.id, 'x', 'viewer');
    await tested.store.revokeAccess(other.id, access.id);
    expect(await status(`/login?token=${token}`)).toBe(401);
  });

  test('a session, by its end or with its person', async () => {
    for (const end of ['session', 'person', 'all'] as const) {
      const somebody = await signedIn({ ...tested, site: other }, 'editor', 'x');
      const open = await tested.store.listSessions(other.id, noon);
      const id = open.find(({ access }) => access === somebody.access)?.id ?? '';
      for (const path of ['/', '/access', '/install']) expect((await somebody.get(path)).status).toBe(200);
      if (end === 'session') await tested.store.endSession(other.id, id);
      if (end === 'person') await tested.store.revokeAccess(other.id, somebody.access);
      if (end === 'all') await tested.store.endSessionsOf(other.id, somebody.access);
      for (const path of ['/', '/access', '/install']) expect((await somebody.get(path)).status).toBe(303);
    }
  });

  test('a site takes its people, sessions and shares with it', async () => {
    const { token } = await tested.store.addShare(other.id, 'x', '/');
    await tested.store.removeSite(other.id);
    expect(await status(`/share/${token}`)).toBe(404);
    expect((await theirs.get('/')).status).toBe(303);
    expect((await ours.get('/')).status).toBe(200);
  });
});
