import { defaultSettings } from '@vivencia/contract/touchpoint';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { type Invited, type TestInvitations, testInvitations } from './testInvitation.ts';

let tested: TestInvitations;
beforeAll(async () => {
  tested = await testInvitations();
});
afterAll(() => tested.remove());

const ask = async (body: object) => (await (await tested.ask(body)).json()) as Invited;
const passedAt = async (touchpoint: string) => {
  const passes = await tested.store.readPasses({ site: tested.site.id, fromDay: 0, toDay: 40_000, touchpoint });
  return passes.map(({ outcome, count }) => `${count} ${outcome}`);
};

describe('POST /v1/invitations', () => {
  test('gives a link, its end and its code', async () => {
    const invited = await ask({ touchpoint: 'checkout', channel: 'qr' });
    expect(invited).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      url: expect.stringMatching(/^https:\/\/collector\.example\/r\/[\w-]{56}$/),
      expires: '2026-12-06T12:00:00.000Z',
      qr: expect.stringMatching(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"/),
    });
  });

  test('the code is that of the link, dark module by dark module', async () => {
    const { url, qr } = await ask({ touchpoint: 'checkout', channel: 'qr' });
    const drawn = new Set<string>();
    for (const [, x, y, length] of qr.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let at = Number(x); at < Number(x) + Number(length); at++) drawn.add(`${at} ${y}`);
    }
    const { data } = encode(url, { ecc: 'M', border: 4 });
    const wanted = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
    expect([...drawn].sort()).toEqual(wanted.sort());
    expect(qr.length).toBeLessThan(8_000);
  });

  test('for a mail it gives the question and its faces as links, in the language of whoever is asked', async () => {
    await tested.store.putTouchpoint(tested.site.id, 'delivery', {
      ...defaultSettings('delivery'),
      emotions: 'compact',
      wording: { es: { question: '¿Qué te ha parecido la <entrega>?' } },
    });
    const { url, email = '' } = await ask({ touchpoint: 'delivery', channel: 'email', locale: 'es-MX' });
    expect(email).toMatch(/^<table role="presentation" lang="es-419" dir="ltr"/);
    expect(email).toContain('¿Qué te ha parecido la &lt;entrega&gt;?');
    expect([...email.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(
      ['happy', 'relieved', 'reassured', 'indifferent', 'disappointed', 'frustrated', 'angry'].map(
        (emotion) => `${url}?emotion=${emotion}`,
      ),
    );
    // Nothing but what mail clients know, and no colour of its own: words are in the mail's, light or dark.
    expect(email).not.toMatch(/<style|class=|<svg|#[0-9a-f]{3}|background|[^-]color:(?!inherit)/);
    expect(email.match(/<img [^>]*alt=""/g)).toHaveLength(7);
    const picture = /src="https:\/\/collector\.example([^"]+)"/.exec(email)?.[1] ?? '';
    const answer = await tested.app.request(picture);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  test('for a text message it gives the text', async () => {
    const { sms, url } = await ask({ touchpoint: 'checkout', channel: 'sms', locale: 'de' });
    expect(sms).toBe(`Wie fühlen Sie sich jetzt? ${url}`);
  });

  test.each([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['no channel', { channel: undefined }, 'channel'],
    ['an unknown channel', { channel: 'pigeon' }, 'channel'],
    ['no touchpoint', { touchpoint: undefined }, 'touchpoint'],
    ['91 days', { expiresDays: 91 }, 'expiresDays'],
    ['0 days', { expiresDays: 0 }, 'expiresDays'],
    ['half a day', { expiresDays: 0.5 }, 'expiresDays'],
    ['an end that is no time', { endedAt: 'yesterday' }, 'endedAt'],
    ['a locale that is none', { locale: 'español' }, 'locale'],
    ['a built-in segment', { segment: { channel: 'email' } }, 'segment.channel'],
    ['a respondent of 129', { respondent: 'x'.repeat(129) }, 'respondent'],
  ])('refuses %s, naming it', async (_, change, path) => {
    const answer = await tested.ask({ touchpoint: 'checkout', channel: 'email', ...change });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'invalid_invitation', errors: [{ path }] });
  });

  test('wants a key, and of it the scope ingest', async () => {
    const { secretKey } = await tested.store.addKey(tested.site.id, 'reads', ['read', 'manage']);
    const body = { touchpoint: 'checkout', channel: 'email' };
    const without = await tested.ask(body, { authorization: 'Bearer sk_none' });
    expect([without.status, (await without.json()).code]).toEqual([401, 'unauthorized']);
    const scoped = await tested.ask(body, { authorization: `Bearer ${secretKey}` });
    expect([scoped.status, (await scoped.json()).detail]).toEqual([403, 'The secret key lacks the scope ingest.']);
  });

  test('each passes its touchpoint once, and so does an interaction, however many links it has', async () => {
    await ask({ touchpoint: 'returns', channel: 'email' });
    expect(await passedAt('returns')).toEqual(['1 recorded']);
    for (const channel of ['email', 'sms', 'sms']) {
      await ask({ touchpoint: 'returns', channel, interaction: 'return-7' });
    }
    expect(await passedAt('returns')).toEqual(['2 recorded']);
  });

  test('an interaction of another touchpoint is a conflict, and nothing is kept', async () => {
    await ask({ touchpoint: 'checkout', channel: 'email', interaction: 'order-9' });
    const answer = await tested.ask({ touchpoint: 'never-heard', channel: 'email', interaction: 'order-9' });
    expect([answer.status, (await answer.json()).code]).toEqual([409, 'interaction_conflict']);
    expect(await tested.store.getTouchpoint(tested.site.id, 'never-heard')).toBeNull();
  });

  test('with an id of one’s own, the same again gives the same link; anything else is a conflict', async () => {
    const body = { id: '0190A000-0000-4000-8000-00000000000F', touchpoint: 'repeats', channel: 'email', locale: 'es' };
    const first = await ask(body);
    expect(first.id).toBe(body.id.toLowerCase());
    tested.clock.now += 90_500;
    expect(await Promise.all([ask(body), ask({ ...body, expiresDays: 14 })])).toEqual([first, first]);
    tested.clock.now -= 90_500;
    const other = await tested.ask({ ...body, channel: 'sms' });
    expect([other.status, (await other.json()).code]).toEqual([409, 'invitation_conflict']);
    expect(await passedAt('repeats')).toEqual(['1 recorded']);
    const none = await tested.ask({ ...body, id: 'order-7' });
    expect(await none.json()).toMatchObject({ code: 'invalid_invitation', errors: [{ path: 'id' }] });
  });

  test('an end that is still to come is now', async () => {
    const { id } = await ask({ touchpoint: 'checkout', channel: 'email', endedAt: '2027-01-01T00:00:00+01:00' });
    expect(await tested.store.getInvitation(tested.site.id, id)).toMatchObject({ endedAt: tested.clock.now });
  });
});

describe('DELETE /v1/invitations/{id}', () => {
  const cancel = (id: string, authorization = `Bearer ${tested.secretKey}`) =>
    tested.app.request(`/v1/invitations/${id}`, { method: 'DELETE', headers: { authorization } });

  test('the link opens nothing any more; the same again says the same', async () => {
    const { id, path } = await tested.invite();
    expect((await tested.app.request(path)).status).toBe(200);
    expect([(await cancel(id)).status, (await cancel(id)).status]).toEqual([204, 204]);
    expect((await tested.app.request(path)).status).toBe(404);
    expect((await tested.send(path, { emotion: 'happy' })).status).toBe(404);
    expect(await tested.store.readResponsesById(tested.site.id, [id])).toEqual([]);
  });

  test('an answer that it has had stays', async () => {
    const { id, path } = await tested.invite();
    await tested.send(path, { emotion: 'happy' });
    expect((await cancel(id)).status).toBe(204);
    expect(await tested.store.readResponsesById(tested.site.id, [id])).toMatchObject([{ emotion: 'happy' }]);
    expect((await tested.app.request(path)).status).toBe(409);
  });

  test('one of another site, or none, is not found', async () => {
    const { id } = await tested.invite();
    const other = await tested.store.addSite(defaultSite('Other'));
    expect((await cancel(id, `Bearer ${other.secretKey}`)).status).toBe(404);
    expect((await cancel('0190a000-0000-7000-8000-000000000001')).status).toBe(404);
    expect((await cancel('x')).status).toBe(404);
  });
});
