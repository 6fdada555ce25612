import { Hono } from 'hono';
import { forAnyPage } from '../http/lockedByDefault.ts';
import { Refusal } from '../http/problem.ts';
import { faceImage } from './faceImages.ts';

/** The pictures in mails, which people read on other people's pages. Nobody is told who looks at them. */
export function faceRoutes() {
  const app = new Hono();
  app.use('/faces/*', forAnyPage);
  app.get('/faces/:file', (c) => {
    const image = faceImage(c.req.param('file'));
    if (!image) throw new Refusal('not_found', 'There is no such picture.');
    return c.body(new Uint8Array(image), 200, {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
  return app;
}
