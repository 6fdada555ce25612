import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fromOwnPagesOnly } from '../access/sessionOrigin.ts';
import { forEditors, forReaders } from './kit/forReaders.ts';
import { securityHeaders } from './kit/securityHeaders.ts';
import { overview } from './overview/overview.tsx';
import { rankingCsv } from './overview/rankingCsv.ts';
import type { PageSettings } from './pageSettings.ts';
import { openSignIn, signOut, submitSignIn } from './signIn/signIn.tsx';
import { addAction, removeAction } from './touchpoint/actionForms.ts';
import { commentsCsv, histogramCsv, segmentsCsv, trendCsv } from './touchpoint/csvTables.ts';
import { touchpointPage } from './touchpoint/touchpoint.tsx';

/** Forms of these pages carry a token at most. */
const formBytes = 4 * 1024;

/** The managers' pages: a table of their routes. */
export function pages(settings: PageSettings) {
  const app = new Hono();
  const form = [fromOwnPagesOnly(settings.publicUrl), bodyLimit({ maxSize: formBytes })] as const;
  for (const path of ['/', '/ranking.csv', '/touchpoints/*', '/login', '/logout'])
    app.use(path, securityHeaders(settings.publicUrl));

  app.get('/', forReaders(settings, overview(settings)));
  app.get('/ranking.csv', forReaders(settings, rankingCsv(settings)));
  app.get('/touchpoints/:key', forReaders(settings, touchpointPage(settings)));
  app.get('/touchpoints/:key/trend.csv', forReaders(settings, trendCsv(settings)));
  app.get('/touchpoints/:key/histogram.csv', forReaders(settings, histogramCsv(settings)));
  app.get('/touchpoints/:key/segments.csv', forReaders(settings, segmentsCsv(settings)));
  app.get('/touchpoints/:key/comments.csv', forReaders(settings, commentsCsv(settings)));
  app.post('/touchpoints/:key/actions', ...form, forEditors(settings, addAction(settings)));
  app.post('/touchpoints/:key/actions/remove', ...form, forEditors(settings, removeAction(settings)));
  app.get('/login', openSignIn(settings));
  app.post('/login', ...form, submitSignIn(settings));
  app.post('/logout', ...form, signOut(settings));
  return app;
}
