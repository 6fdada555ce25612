import { createRoute, z } from '@hono/zod-openapi';
import { describedApp, ingestSecurity } from '../api/openApi.ts';
import { chooseLocale } from '../asset/chooseLocale.ts';
import { Said } from '../asset/said.ts';
import { Refusal } from '../http/problem.ts';
import { problems } from '../http/problemSchema.ts';
import { strictJson } from '../http/strictJson.ts';
import type { Site } from '../store/site.ts';
import { emailSnippet } from './emailSnippet.tsx';
import type { InvitationParts } from './invitationParts.ts';
import { expiryDays, invitationSchema, newInvitationSchema } from './invitationSchema.ts';
import { newId } from './newId.ts';
import { qrSvg } from './qrSvg.ts';

const dayMs = 24 * 60 * 60 * 1_000;

const create = createRoute({
  method: 'post',
  path: '/v1/invitations',
  security: ingestSecurity,
  summary: 'Makes a link by which one person is asked once',
  middleware: strictJson,
  request: { body: { content: { 'application/json': { schema: newInvitationSchema } }, required: true } },
  responses: {
    200: { description: 'The link', content: { 'application/json': { schema: invitationSchema } } },
    ...problems('invalid_json', 'unauthorized', 'insufficient_scope', 'body_too_large'),
    ...problems('interaction_conflict', 'invitation_conflict'),
    ...problems('unsupported_media_type', 'invalid_invitation', 'store_unavailable'),
  },
});

const cancel = createRoute({
  method: 'delete',
  path: '/v1/invitations/{id}',
  security: ingestSecurity,
  summary: 'Makes a link open nothing any more; an answer that it has had stays',
  request: { params: z.object({ id: z.string().openapi({ example: '0190a000-0000-7000-8000-000000000002' }) }) },
  responses: {
    204: { description: 'It opens nothing; also where it was cancelled before' },
    ...problems('unauthorized', 'insufficient_scope', 'not_found', 'store_unavailable'),
  },
});

/** Links for backends to send. */
export function invitationRoutes(parts: InvitationParts) {
  const { store, now } = parts;
  const app = describedApp({ invalidBody: 'invalid_invitation' });

  app.openapi(create, async (c) => c.json(await invite(parts, c.get('site'), c.req.valid('json')), 200));

  app.openapi(cancel, async (c) => {
    const { id } = c.req.valid('param');
    const isThere = z.guid().safeParse(id).success && (await store.cancelInvitation(c.get('site').id, id, now()));
    if (!isThere) throw new Refusal('not_found', 'The site has no such invitation.');
    return c.body(null, 204);
  });

  return app;
}

async function invite(parts: InvitationParts, site: Site, wanted: z.output<typeof newInvitationSchema>) {
  const { store, tokens, widget, publicUrl, now } = parts;
  const createdAt = now();
  const id = wanted.id?.toLowerCase() ?? newId(createdAt);
  // Whole seconds, as the token has them.
  const expiresAt = Math.ceil(createdAt / 1_000) * 1_000 + (wanted.expiresDays ?? expiryDays.default) * dayMs;
  const endedAt = wanted.endedAt ? Math.min(Date.parse(wanted.endedAt), createdAt) : null;
  const added = await store.addInvitation({
    id,
    site: site.id,
    touchpoint: wanted.touchpoint,
    interaction: wanted.interaction ?? null,
    respondent: wanted.respondent ?? null,
    endedAt,
    createdAt,
    expiresAt,
    locale: wanted.locale ?? null,
    channel: wanted.channel,
    segment: segmentOf(wanted.segment ?? {}),
    unexpected: wanted.unexpected ?? false,
  });
  if (added === 'interaction_conflict') {
    throw new Refusal('interaction_conflict', 'Something else was said of the interaction before.');
  }
  if (added === 'invitation_conflict') {
    throw new Refusal('invitation_conflict', 'The id is that of another invitation, or of a response.');
  }
  const invitation = added === 'added' ? await store.getInvitation(site.id, id) : null;
  if (!invitation) throw new Refusal('unauthorized', 'The secret key is unknown or was revoked.');
  const url = `${publicUrl()}/r/${tokens.write(invitation)}`;
  const { wording, emotions } = invitation.touchpoint.settings;
  const said = new Said(chooseLocale([invitation.locale], widget.prompts), widget.prompts, wording);
  return {
    id,
    url,
    expires: new Date(invitation.expiresAt).toISOString(),
    qr: qrSvg(url),
    ...(wanted.channel === 'email' ? { email: emailSnippet(said, emotions, url, publicUrl()) } : {}),
    ...(wanted.channel === 'sms' ? { sms: `${said.text('question')} ${url}` } : {}),
  };
}

const segmentOf = (pairs: Record<string, string | null>) =>
  Object.entries(pairs)
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
