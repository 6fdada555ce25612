import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../../packages/collector/src/api/siteSchema.ts';
import { sessionId } from '../../../../packages/collector/src/store/secret.ts';
import type { Site } from '../../../../packages/collector/src/store/site.ts';
import type { Store } from '../../../../packages/collector/src/store/store.ts';
import { noon } from '../../../support/delivery.ts';
import type { TestStore } from '../conformance.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Who is let in, who is signed in, and what is shared: each of one site only. */
export function peopleKept(open: () => Promise<TestStore>): void {
  describe('people', () => {
    let opened: TestStore;
    let store: Store;
    let site: Site;
    let other: Site;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      site = (await store.addSite(defaultSite('Shop'))).site;
      other = (await store.addSite(defaultSite('Other'))).site;
    });
    afterEach(() => opened.remove());

    /** Somebody who has signed in: their access, and their session. */
    async function signedIn(name: string, at = noon, of = site) {
      const { access, token } = await store.addAccess(of.id, name, 'viewer');
      const session = (await store.openSession(token, at))?.session ?? '';
      return { access: access.id, token, session };
    }
    const isIn = async ({ session }: { session: string }, at = noon) =>
      (await store.grantOfSession(session, at)) !== null;
    const namesOf = async (of: Site, at = noon) => (await store.listSessions(of.id, at)).map(({ name }) => name);

    test('the open sessions of a site, the newest first, and of no other', async () => {
      const ada = await signedIn('Ada', noon - 2 * dayMs);
      await signedIn('Bea', noon - dayMs);
      await signedIn('Cleo', noon, other);
      expect(await namesOf(site)).toEqual(['Bea', 'Ada']);
      expect(await namesOf(other)).toEqual(['Cleo']);
      expect((await store.listSessions(site.id, noon))[1]).toEqual({
        id: sessionId(ada.session),
        access: ada.access,
        name: 'Ada',
        createdAt: noon - 2 * dayMs,
        seenDay: null,
      });
      const expires = noon - dayMs + 30 * dayMs;
      expect([await namesOf(site, expires - 1), await namesOf(site, expires)]).toEqual([['Bea'], []]);
    });

    test('a session ends by its own site’s word only, and alone', async () => {
      const [ada, bea] = [await signedIn('Ada'), await signedIn('Bea')];
      expect(await store.endSession(other.id, sessionId(ada.session))).toBe(false);
      expect(await isIn(ada)).toBe(true);
      expect(await store.endSession(site.id, sessionId(ada.session))).toBe(true);
      expect(await store.endSession(site.id, sessionId(ada.session))).toBe(false);
      expect([await isIn(ada), await isIn(bea)]).toEqual([false, true]);
    });

    test('all sessions of a person end together, by their own site’s word only', async () => {
      const ada = await signedIn('Ada');
      const bea = await signedIn('Bea');
      const again = await store.renewAccess(site.id, ada.access);
      await store.openSession(again ?? '', noon);
      expect(await store.endSessionsOf(other.id, ada.access)).toBe(0);
      expect(await store.endSessionsOf(site.id, ada.access)).toBe(2);
      expect([await isIn(ada), await isIn(bea)]).toEqual([false, true]);
    });

    test('a new token replaces the one before, of one’s own site, while the access is there', async () => {
      const { access, token } = await store.addAccess(site.id, 'Ada', 'viewer');
      expect(await store.renewAccess(other.id, access.id)).toBeNull();
      const renewed = await store.renewAccess(site.id, access.id);
      expect(await store.openSession(token, noon)).toBeNull();
      expect(await store.openSession(renewed ?? '', noon)).not.toBeNull();
      expect(await store.renewAccess(site.id, access.id)).not.toBeNull();
      await store.revokeAccess(site.id, access.id);
      expect(await store.renewAccess(site.id, access.id)).toBeNull();
      expect(await store.renewAccess(site.id, 999)).toBeNull();
    });

    test('an access is revoked by its own site’s word only', async () => {
      const ada = await signedIn('Ada');
      expect(await store.revokeAccess(other.id, ada.access)).toBe(false);
      expect(await isIn(ada)).toBe(true);
      expect(await store.revokeAccess(site.id, ada.access)).toBe(true);
      expect(await namesOf(site)).toEqual([]);
    });

    test('a share opens its page until its own site revokes it', async () => {
      const board = await store.addShare(site.id, 'Board', '/?period=7');
      const { share: theirs } = await store.addShare(other.id, 'Theirs', '/');
      const { share: newer } = await store.addShare(site.id, 'Newer', '/touchpoints/checkout');
      expect(await store.grantOfShare(board.token)).toEqual({ site, name: 'Board', path: '/?period=7' });
      expect(await store.grantOfShare(`${board.token}x`)).toBeNull();
      expect(await store.listShares(site.id)).toEqual([newer, board.share]);
      expect(await store.revokeShare(other.id, board.share.id)).toBe(false);
      expect(await store.grantOfShare(board.token)).not.toBeNull();
      expect(await store.revokeShare(site.id, board.share.id)).toBe(true);
      expect(await store.revokeShare(site.id, board.share.id)).toBe(false);
      expect(await store.grantOfShare(board.token)).toBeNull();
      expect([await store.listShares(site.id), await store.listShares(other.id)]).toEqual([[newer], [theirs]]);
    });

    test('what opens anything is kept nowhere as it is', async () => {
      const { token } = await store.addShare(site.id, 'Board', '/');
      const { session } = await signedIn('Ada');
      const kept = JSON.stringify([await store.listShares(site.id), await store.listSessions(site.id, noon)]);
      expect([kept.includes(token), kept.includes(session)]).toEqual([false, false]);
    });
  });
}
