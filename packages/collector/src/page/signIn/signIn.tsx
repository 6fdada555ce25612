import type { Context, Handler } from 'hono';
import { clearSession, readSession, writeSession } from '../../access/sessionCookie.ts';
import { formFields } from '../kit/formFields.ts';
import { isOpenedAhead } from '../kit/linkOpener.ts';
import { addressOf, type View, viewOf } from '../kit/view.ts';
import { ownPage } from '../kit/wantedPage.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { SignInLimit } from './signInLimit.ts';
import { SignInPage } from './signInPage.tsx';

/** What is no token of ours need not be looked up. */
const tokenForm = /^at_[A-Za-z0-9_-]{43}$/;
/** No token of ours is longer. */
const longestToken = 256;

interface SignInParts extends PageSettings {
  limit: SignInLimit;
}

/** GET /login: the personal link signs a person in; without a token it asks for one. */
export function openSignIn(parts: SignInParts): Handler {
  return async (c) => {
    const token = c.req.query('token');
    const view = viewOf(c, parts.publicUrl(), ['to']);
    if (!token) return c.html(<SignInPage view={view} />);
    if (isOpenedAhead(c.req.raw)) return c.html(<SignInPage view={view} token={token.slice(0, longestToken)} />);
    return signIn(c, parts, token);
  };
}

/** POST /login: the form. */
export function submitSignIn(parts: SignInParts): Handler {
  return async (c) => {
    const { token = '' } = await formFields(c);
    return signIn(c, parts, token.trim());
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

async function signIn(c: Context, { store, now, publicUrl, limit, refused }: SignInParts, token: string) {
  const view = viewOf(c, publicUrl(), ['to']);
  const session = readSession(c, publicUrl());
  // First, so that nobody's failures keep others out: whoever has a good link comes in.
  const opened = tokenForm.test(token) ? await store.openSession(token, now()) : null;
  if (opened) {
    writeSession(c, publicUrl(), opened.session, opened.expires, now());
    return c.redirect(wantedAddress(c, view), 303);
  }
  // Somebody who opens their own used link again is still signed in.
  if (session && (await store.grantOfSession(session, now()))) return c.redirect(wantedAddress(c, view), 303);
  const wait = limit.wait(c, now());
  if (wait > 0) {
    refused?.('too_many_requests');
    return c.html(<SignInPage view={view} wait={wait} />, 429, { 'retry-after': String(wait) });
  }
  limit.failed(c, now());
  return c.html(<SignInPage view={view} refused />, 401);
}

function wantedAddress(c: Context, view: View): string {
  const wanted = ownPage(c.req.query('to'));
  return wanted === '/' ? view.link('/', { to: undefined }) : addressOf(view.publicUrl, wanted);
}
