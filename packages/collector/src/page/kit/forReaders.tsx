import type { Context, Handler } from 'hono';
import { readSession } from '../../access/sessionCookie.ts';
import type { PageSettings } from '../pageSettings.ts';
import { keptParameters } from './chosenAnswers.ts';
import { EditorsOnlyPage } from './editorsOnlyPage.tsx';
import { addressOf, viewOf } from './view.ts';
import type { Visit } from './visit.ts';
import { wantedOf } from './wantedPage.ts';

export type Show = (c: Context, visit: Visit) => Response | Promise<Response>;

/** A page for whoever has a session; everybody else is asked to sign in. */
export const forReaders =
  ({ store, now, publicUrl }: PageSettings, show: Show): Handler =>
  async (c) => {
    const session = readSession(c, publicUrl());
    const grant = session ? await store.grantOfSession(session, now()) : null;
    if (!grant) return c.redirect(addressOf(publicUrl(), '/login', { ...wantedOf(c) }), 303);
    return show(c, { ...grant, share: null, view: viewOf(c, publicUrl(), keptParameters) });
  };

/** A page, or a form, that changes something: viewers are told to ask an editor. */
export const forEditors = (settings: PageSettings, show: Show): Handler =>
  forReaders(settings, (c, visit) => {
    if (visit.role === 'editor') return show(c, visit);
    return c.html(<EditorsOnlyPage view={visit.view} />, 403);
  });
