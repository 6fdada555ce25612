import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { type TestInvitations, testInvitations } from '../invitation/testInvitation.ts';

let tested: TestInvitations;
beforeEach(async () => {
  tested = await testInvitations();
});
afterEach(() => tested.remove());

const dayMs = 24 * 60 * 60 * 1_000;
const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);
const answers = () => tested.store.readResponses(tested.site.id, null, 100);

/** What a page of the site's own delivers, with the token of a link. */
const deliver = async (state: object) => {
  const answer = await tested.post('/v1/responses', {
    site: tested.site.publicKey,
    revision: 1,
    touchpoint: 'checkout',
    status: 'answered',
    emotion: 'happy',
    ...state,
  });
  return outcomeOf(answer);
};

const outcomeOf = async (answer: Response) => {
  const { outcome, code } = await answer.json();
  return [answer.status, outcome ?? code];
};

describe('a state with the token of a link', () => {
  test('is that link’s answer: what was said of the invitation holds', async () => {
    const { id, url } = await tested.invite({
      interaction: 'order-1',
      respondent: 'c-1',
      segment: { plan: 'pro' },
      unexpected: true,
    });
    const forged = {
      touchpoint: 'elsewhere',
      interaction: 'order-2',
      respondent: 'c-2',
      segment: { plan: 'free' },
      channel: 'kiosk',
    };
    expect(await deliver({ id, invitation: tokenOf(url), ...forged, locale: 'es', latencyMs: 5_000 })).toEqual([
      200,
      'stored',
    ]);
    expect(await answers()).toMatchObject([
      {
        id,
        touchpoint: 'checkout',
        interaction: 'order-1',
        respondent: 'c-1',
        segment: [['plan', 'pro']],
        channel: 'email',
        unexpected: true,
        locale: 'es',
        latencyMs: 5_000,
        // The token itself is kept nowhere.
        invitation: id,
      },
    ]);
    expect((await tested.app.request(new URL(url).pathname)).status).toBe(409);
  });

  test('may come twice, and say more, as any other; half an hour later the link is used', async () => {
    const { id, url } = await tested.invite();
    const state = { id, invitation: tokenOf(url) };
    expect(await deliver({ ...state, revision: 0, status: 'shown', emotion: null })).toEqual([200, 'stored']);
    expect(await deliver(state)).toEqual([200, 'amended']);
    expect(await deliver(state)).toEqual([200, 'unchanged']);
    expect(await deliver({ ...state, revision: 2, strength: 4 })).toEqual([200, 'amended']);
    tested.clock.now += 31 * 60_000;
    expect(await deliver({ ...state, revision: 3, strength: 1 })).toEqual([409, 'invitation_used']);
    expect(await answers()).toMatchObject([{ revision: 2, strength: 4 }]);
  });

  test('with another id is no second answer', async () => {
    const { id, url } = await tested.invite();
    expect(await deliver({ id: randomUUID(), invitation: tokenOf(url) })).toEqual([422, 'invalid_response']);
    expect(await deliver({ id, invitation: tokenOf(url) })).toEqual([200, 'stored']);
    expect(await deliver({ id: randomUUID(), invitation: tokenOf(url) })).toEqual([409, 'invitation_used']);
    expect(await answers()).toHaveLength(1);
  });

  test('forged, cancelled or of another site is not found', async () => {
    const { id, url } = await tested.invite();
    const token = tokenOf(url);
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect(await deliver({ id, invitation: forged })).toEqual([404, 'not_found']);
    const other = await tested.store.addSite({ ...defaultSite('Other'), origins: [] });
    expect(await deliver({ id, invitation: token, site: other.site.publicKey })).toEqual([404, 'not_found']);
    await tested.store.cancelInvitation(tested.site.id, id, tested.clock.now);
    expect(await deliver({ id, invitation: token })).toEqual([404, 'not_found']);
    expect(await answers()).toEqual([]);
  });

  test('that has expired is gone', async () => {
    const { id, url } = await tested.invite({ expiresDays: 1 });
    tested.clock.now += dayMs;
    expect(await deliver({ id, invitation: tokenOf(url) })).toEqual([410, 'invitation_expired']);
  });

  test('is judged singly among others', async () => {
    const { id, url } = await tested.invite();
    const base = {
      site: tested.site.publicKey,
      revision: 1,
      touchpoint: 'checkout',
      status: 'answered',
      emotion: 'sad',
    };
    const ids = [id, randomUUID(), randomUUID()];
    const answer = await tested.post('/v1/responses', [
      { ...base, id: ids[0], invitation: tokenOf(url) },
      { ...base, id: ids[1], invitation: 'A'.repeat(56) },
      { ...base, id: ids[2] },
    ]);
    expect(await answer.json()).toEqual({
      results: [
        { id: ids[0], outcome: 'stored' },
        { id: ids[1], outcome: 'refused', code: 'not_found' },
        { id: ids[2], outcome: 'stored' },
      ],
    });
  });

  test('of a backend is no other', async () => {
    const { id, url } = await tested.invite();
    const state = { id, revision: 1, touchpoint: 'checkout', status: 'answered', emotion: 'sad' };
    const headers = { authorization: `Bearer ${tested.secretKey}` };
    const forged = await tested.post('/v1/responses', { ...state, invitation: 'A'.repeat(56) }, headers);
    expect(forged.status).toBe(404);
    const good = await tested.post('/v1/responses', { ...state, invitation: tokenOf(url) }, headers);
    expect(await good.json()).toEqual({ id, outcome: 'stored' });
  });
});

describe('the answer of a link', () => {
  const forged = { revision: 9, emotion: 'excited', comment: 'not theirs' };

  test.each([
    ['without the link', {}],
    ['with its id for its token', { named: true }],
    ['from a kiosk', { kiosk: true }],
  ])(
    'is changed by nobody %s, though the id is known',
    async (_, { named, kiosk }: { named?: boolean; kiosk?: boolean }) => {
      const { id, path } = await tested.invite({ respondent: 'c-1' });
      await tested.send(path, { emotion: 'angry' });
      const said = { ...forged, id, ...(named && { invitation: id }) };
      const added =
        kiosk && (await tested.store.addKiosk(tested.site.id, { name: 'Till', touchpoint: 'checkout', locale: null }));
      const sent = added
        ? await tested
            .post(`/k/${added.token}/responses`, { ...said, touchpoint: 'checkout', status: 'answered' })
            .then(outcomeOf)
        : await deliver(said);
      expect(sent).toEqual([409, 'invitation_used']);
      expect(await answers()).toMatchObject([{ revision: 1, emotion: 'angry', respondent: 'c-1', comment: null }]);
    },
  );

  test('is changed by a backend, as any', async () => {
    const { id, path } = await tested.invite();
    await tested.send(path, { emotion: 'angry' });
    const state = { ...forged, id, touchpoint: 'checkout', status: 'answered' };
    const sent = await tested.post('/v1/responses', state, { authorization: `Bearer ${tested.secretKey}` });
    expect(await outcomeOf(sent)).toEqual([200, 'amended']);
  });
});

test('any other text is a reference of the page’s own', async () => {
  for (const invitation of ['mailing-7', 'A'.repeat(55), 'A'.repeat(57), `${'A'.repeat(55)}+`]) {
    expect(await deliver({ id: randomUUID(), invitation })).toEqual([200, 'stored']);
  }
  expect((await answers()).map(({ invitation }) => invitation)).toContain('mailing-7');
});
