import type { Context } from 'hono';
import { readSession } from '../../access/sessionCookie.ts';
import { sessionId } from '../../store/secret.ts';
import { roles } from '../../store/site.ts';
import { formFields, rowNumber } from '../kit/formFields.ts';
import type { Visit } from '../kit/visit.ts';
import { writtenName } from '../kit/writtenName.ts';
import type { PageSettings } from '../pageSettings.ts';
import { type AccessNews, AccessPage } from './accessPage.tsx';
import { OwnSessionsPage } from './ownSessionsPage.tsx';
import { sessionsOf } from './sessionsOf.ts';

/** GET /access: who may see what, for editors; where they are signed in themselves, for viewers. */
export const access = (settings: PageSettings) => (c: Context, visit: Visit) => showAccess(c, visit, settings);

/** POST /access/people: somebody may sign in, by a link that is shown this once. */
export const addPerson = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { name: written, role: asked } = await formFields(c);
  const name = writtenName(written);
  const role = roles.find((known) => known === asked);
  if (name === null || !role) return showAccess(c, visit, settings, { badName: true }, 422);
  const { token } = await settings.store.addAccess(visit.site.id, name, role);
  return showAccess(c, visit, settings, { made: { name, link: linkOf(settings, token) } });
};

/** POST /access/people/link: another link for somebody, for another browser or in place of one that was lost. */
export const renewPerson = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { person } = await formFields(c);
  const known = (await settings.store.listAccess(visit.site.id)).find(({ id }) => id === rowNumber(person));
  const token = known && (await settings.store.renewAccess(visit.site.id, known.id));
  if (!token) return c.redirect(visit.view.link('/access'), 303);
  return showAccess(c, visit, settings, { made: { name: known.name, link: linkOf(settings, token) } });
};

/** POST /access/people/revoke */
export const revokePerson =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { person } = await formFields(c);
    await store.revokeAccess(visit.site.id, rowNumber(person));
    return c.redirect(visit.view.link('/access'), 303);
  };

/** POST /access/sessions/end: an editor ends any, a viewer one of their own. */
export const endSession = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { session } = await formFields(c);
  const found = (await sessionsOf(settings, visit)).find(({ id }) => id === session);
  if (found) await settings.store.endSession(visit.site.id, found.id);
  return c.redirect(visit.view.link('/access'), 303);
};

/** POST /access/sessions/end-mine: signs whoever asks out everywhere. */
export const endOwnSessions =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    if (visit.access !== null) await store.endSessionsOf(visit.site.id, visit.access);
    return c.redirect(visit.view.link('/login'), 303);
  };

const linkOf = ({ publicUrl }: PageSettings, token: string) => `${publicUrl()}/login?token=${token}`;

async function showAccess(
  c: Context,
  visit: Visit,
  settings: PageSettings,
  news: AccessNews = {},
  status: 200 | 422 = 200,
) {
  const { store, publicUrl } = settings;
  const { site, role } = visit;
  const current = sessionId(readSession(c, publicUrl()) ?? '');
  const sessions = await sessionsOf(settings, visit);
  if (role !== 'editor') return c.html(<OwnSessionsPage visit={visit} sessions={sessions} current={current} />);
  const people = await store.listAccess(site.id);
  const shares = await store.listShares(site.id);
  return c.html(<AccessPage {...{ visit, people, sessions, shares, current, news }} />, status);
}
