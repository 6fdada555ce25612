import { type ErrorHandler, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { securityHeaders } from '../page/kit/securityHeaders.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import type { HostedParts } from './hostedParts.ts';
import { hostedVisit } from './hostedVisit.ts';
import { lookAtLink } from './lookAtLink.tsx';
import { styleSource } from './style.ts';
import { takeAnswer } from './takeAnswer.tsx';
import { NoticePage } from './view/noticePage.tsx';

/** A comment of 2,000 characters, each of three bytes and each byte as three characters, and room to spare. */
const formBytes = 32 * 1024;

/** Seconds after which another try may help. */
const retrySeconds = 2;

/** `/r/{token}`: the page of a link. Looking at it, in whatever way, records nothing; one tap does. */
export function hostedRoutes(parts: HostedParts) {
  const app = new Hono();
  app.onError(askToComeAgain(parts));
  app.use('/r/*', securityHeaders(parts.publicUrl, { secretAddress: true, style: styleSource }));
  app.use('/r/*', async (_, next) => {
    if (parts.isOverloaded()) throw new StoreUnavailable('too much comes at once');
    await next();
  });
  app.use('/r/*', async (c, next) => {
    await next();
    c.res.headers.set('x-robots-tag', 'noindex, nofollow');
  });
  app.get('/r/:token', lookAtLink(parts));
  app.post('/r/:token', bodyLimit({ maxSize: formBytes }), takeAnswer(parts));
  return app;
}

/** What people read where nothing can be taken now, and where a form was too large. */
const askToComeAgain =
  (parts: HostedParts): ErrorHandler =>
  (error, c) => {
    const isTooLarge = error instanceof HTTPException && error.status === 413;
    const isBusy = error instanceof StoreUnavailable;
    if (!isTooLarge && !isBusy) throw error;
    const visit = hostedVisit(c, parts, null);
    if (isBusy) c.header('retry-after', String(retrySeconds));
    return c.html(<NoticePage visit={visit} notice={visit.more.later} />, isTooLarge ? 413 : 503);
  };
