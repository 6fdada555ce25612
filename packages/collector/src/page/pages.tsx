import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fromOwnPagesOnly } from '../access/sessionOrigin.ts';
import { forReaders } from './kit/forReaders.ts';
import { securityHeaders } from './kit/securityHeaders.ts';
import { overview } from './overview/overview.tsx';
import { rankingCsv } from './overview/rankingCsv.ts';
import type { PageSettings } from './pageSettings.ts';
import { openSignIn, signOut, submitSignIn } from './signIn/signIn.tsx';

/** Forms of these pages carry a token at most. */
const formBytes = 4 * 1024;

/** The managers' pages: a table of their routes. */
export function pages(settings: PageSettings) {
  const app = new Hono();
  const form = [fromOwnPagesOnly(settings.publicUrl), bodyLimit({ maxSize: formBytes })] as const;
  for (const path of ['/', '/ranking.csv', '/login', '/logout']) app.use(path, securityHeaders(settings.publicUrl));

  app.get('/', forReaders(settings, overview(settings)));
  app.get('/ranking.csv', forReaders(settings, rankingCsv(settings)));
  app.get('/login', openSignIn(settings));
  app.post('/login', ...form, submitSignIn(settings));
  app.post('/logout', ...form, signOut(settings));
  return app;
}
