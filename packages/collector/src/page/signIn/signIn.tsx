import type { Context, Handler } from 'hono';
import { clearSession, readSession, writeSession } from '../../access/sessionCookie.ts';
import { isOpenedAhead } from '../kit/linkOpener.ts';
import { addressOf, viewOf } from '../kit/view.ts';
import type { PageSettings } from '../pageSettings.ts';
import { SignInPage } from './signInPage.tsx';

/** No token of ours is longer; a longer one need not be looked up. */
const longestToken = 256;

/** GET /login: the personal link signs a person in; without a token it asks for one. */
export function openSignIn(settings: PageSettings): Handler {
  return async (c) => {
    const token = c.req.query('token');
    const view = viewOf(c, settings.publicUrl(), []);
    if (!token) return c.html(<SignInPage view={view} />);
    if (isOpenedAhead(c.req.raw)) return c.html(<SignInPage view={view} token={token.slice(0, longestToken)} />);
    return signIn(c, settings, token);
  };
}

/** POST /login: the form. */
export function submitSignIn(settings: PageSettings): Handler {
  return async (c) => {
    // A form that cannot be read has no token in it.
    const { token } = await c.req.parseBody().catch(() => ({ token: undefined }));
    return signIn(c, settings, typeof token === 'string' ? token.trim() : '');
  };
}

/** POST /logout */
export function signOut({ store, publicUrl }: PageSettings): Handler {
  return async (c) => {
    const session = readSession(c, publicUrl());
    if (session) await store.closeSession(session);
    clearSession(c, publicUrl());
    return c.redirect(addressOf(publicUrl(), '/login'), 303);
  };
}

async function signIn(c: Context, { store, now, publicUrl }: PageSettings, token: string) {
  const view = viewOf(c, publicUrl(), []);
  const opened = token && token.length <= longestToken ? await store.openSession(token, now()) : null;
  if (opened) {
    writeSession(c, publicUrl(), opened.session, opened.expires, now());
    return c.redirect(view.link('/'), 303);
  }
  // Somebody who opens their own used link again is still signed in.
  const session = readSession(c, publicUrl());
  if (session && (await store.grantOfSession(session, now()))) return c.redirect(view.link('/'), 303);
  return c.html(<SignInPage view={view} refused />, 401);
}
