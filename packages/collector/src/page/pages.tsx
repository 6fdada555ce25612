import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fromOwnPagesOnly } from '../access/sessionOrigin.ts';
import { Line } from '../http/line.ts';
import { forAnyPage } from '../http/lockedByDefault.ts';
import { access, addPerson, endOwnSessions, endSession, renewPerson, revokePerson } from './access/access.tsx';
import { peopleCsv, sessionsCsv, sharesCsv } from './access/accessCsv.ts';
import { forbidForms, openShare } from './access/openShare.tsx';
import { makeShare, revokeShare, shareForm } from './access/share.tsx';
import { addOrigin, removeOrigin } from './install/changeOrigins.tsx';
import { install } from './install/install.tsx';
import { heardCsv, refusedCsv, unaskedCsv } from './install/installCsv.ts';
import { forEditors, forReaders, type Show } from './kit/forReaders.tsx';
import { notNow } from './kit/notNow.tsx';
import { securityHeaders } from './kit/securityHeaders.ts';
import { overview } from './overview/overview.tsx';
import { rankingCsv } from './overview/rankingCsv.ts';
import type { PageSettings } from './pageSettings.ts';
import { declare, openDeclare } from './settings/declare.tsx';
import { hide, openHide, showAgain } from './settings/hide.tsx';
import { merge, openMerge } from './settings/merge.tsx';
import { openPreview, openScript, typedPreview } from './settings/preview.tsx';
import { openSettings, saveSettings } from './settings/settings.tsx';
import { openSignIn, signOut, submitSignIn } from './signIn/signIn.tsx';
import { SignInLimit } from './signIn/signInLimit.ts';
import { addAction, removeAction } from './touchpoint/actionForms.ts';
import { commentsCsv, histogramCsv, segmentsCsv, trendCsv } from './touchpoint/csvTables.ts';
import { touchpointPage } from './touchpoint/touchpoint.tsx';

/** Most forms of these pages carry a token at most. */
const formBytes = 4 * 1024;
/** That of a touchpoint's settings has its wording in every language. */
const settingsBytes = 64 * 1024;

/** Pages of people who are signed in, made at once: each asks for four sums at most, and one thread makes them all. */
const madeAtOnce = 4;
const mostWaiting = 16;

/** The pages that only show, and so may be shared. */
export const shown = (settings: PageSettings): Record<string, Show> => ({
  '/': overview(settings),
  '/touchpoints/:key': touchpointPage(settings),
});

/** The managers' pages: a table of their routes. */
export function pages(settings: PageSettings) {
  const app = new Hono();
  app.onError(notNow(settings.publicUrl, settings.refused));
  const form = [fromOwnPagesOnly(settings.publicUrl, settings.refused), bodyLimit({ maxSize: formBytes })] as const;
  const signIn = { ...settings, limit: new SignInLimit(settings.prefixes) };
  const line = new Line(madeAtOnce, mostWaiting);
  const summing = (show: Show) =>
    forReaders(settings, (c, visit) => {
      const make = async () => show(c, visit);
      return line.run(make, () => c.req.raw.signal.aborted);
    });
  const touchpoint = '/touchpoints/:key';
  const paths = [
    '/',
    '/declare',
    '/ranking.csv',
    '/touchpoints/*',
    '/login',
    '/logout',
    '/install',
    '/install/*',
    '/access',
    '/access/*',
    '/share/*',
  ];
  app.use('/share/*', forbidForms);
  // The first to be named speaks last: these may do more than the others.
  app.use(`${touchpoint}/settings`, securityHeaders(settings.publicUrl, { scripts: true, frames: true }));
  app.use(`${touchpoint}/preview`, securityHeaders(settings.publicUrl, { scripts: true, framed: true }));
  app.use('/share/*', securityHeaders(settings.publicUrl, { secretAddress: true }));
  for (const path of paths) app.use(path, securityHeaders(settings.publicUrl));

  for (const [path, show] of Object.entries(shown(settings))) app.get(path, summing(show));
  app.get('/ranking.csv', summing(rankingCsv(settings)));
  app.get('/touchpoints/:key/trend.csv', summing(trendCsv(settings)));
  app.get('/touchpoints/:key/histogram.csv', summing(histogramCsv(settings)));
  app.get('/touchpoints/:key/segments.csv', summing(segmentsCsv(settings)));
  app.get('/touchpoints/:key/comments.csv', summing(commentsCsv(settings)));
  app.post('/touchpoints/:key/actions', ...form, forEditors(settings, addAction(settings)));
  app.post('/touchpoints/:key/actions/remove', ...form, forEditors(settings, removeAction(settings)));
  app.get('/share/:token', openShare(settings, shown));

  app.get('/install', forReaders(settings, install(settings)));
  app.get('/install/heard.csv', forReaders(settings, heardCsv(settings)));
  app.get('/install/unasked.csv', forReaders(settings, unaskedCsv(settings)));
  app.get('/install/refused.csv', forReaders(settings, refusedCsv(settings)));
  app.post('/install/origins', ...form, forEditors(settings, addOrigin(settings)));
  app.post('/install/origins/remove', ...form, forEditors(settings, removeOrigin(settings)));

  app.get('/access', forReaders(settings, access(settings)));
  app.get('/access/people.csv', forEditors(settings, peopleCsv(settings)));
  app.get('/access/sessions.csv', forReaders(settings, sessionsCsv(settings)));
  app.get('/access/shares.csv', forEditors(settings, sharesCsv(settings)));
  app.post('/access/people', ...form, forEditors(settings, addPerson(settings)));
  app.post('/access/people/link', ...form, forEditors(settings, renewPerson(settings)));
  app.post('/access/people/revoke', ...form, forEditors(settings, revokePerson(settings)));
  app.post('/access/sessions/end', ...form, forReaders(settings, endSession(settings)));
  app.post('/access/sessions/end-mine', ...form, forReaders(settings, endOwnSessions(settings)));
  app.get('/access/share', forEditors(settings, shareForm(settings)));
  app.post('/access/share', ...form, forEditors(settings, makeShare(settings)));
  app.post('/access/shares/revoke', ...form, forEditors(settings, revokeShare(settings)));

  app.get('/login', openSignIn(signIn));
  app.post('/login', ...form, submitSignIn(signIn));
  app.post('/logout', ...form, signOut(settings));

  const large = [
    fromOwnPagesOnly(settings.publicUrl, settings.refused),
    bodyLimit({ maxSize: settingsBytes }),
  ] as const;
  // The frame has no origin, so that for it this is another one's.
  app.use('/scripts/*', forAnyPage);
  app.get('/scripts/:file', openScript);
  app.get('/declare', forEditors(settings, openDeclare(settings)));
  app.post('/declare', ...form, forEditors(settings, declare(settings)));
  app.get(`${touchpoint}/settings`, forReaders(settings, openSettings(settings)));
  app.post(`${touchpoint}/settings`, ...large, forEditors(settings, saveSettings(settings)));
  app.get(`${touchpoint}/preview`, forReaders(settings, openPreview(settings)));
  app.post(`${touchpoint}/preview`, ...large, forEditors(settings, typedPreview(settings)));
  app.get(`${touchpoint}/merge`, forEditors(settings, openMerge(settings)));
  app.post(`${touchpoint}/merge`, ...form, forEditors(settings, merge(settings)));
  app.get(`${touchpoint}/hide`, forEditors(settings, openHide(settings)));
  app.post(`${touchpoint}/hide`, ...form, forEditors(settings, hide(settings)));
  app.post(`${touchpoint}/show`, ...form, forEditors(settings, showAgain(settings)));
  return app;
}
