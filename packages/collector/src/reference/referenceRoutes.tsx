import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { CompleteDocument } from '../api/openApiDocument.ts';
import { securityHeaders } from '../page/kit/securityHeaders.ts';
import { ReferencePage } from './referencePage.tsx';
import { styleSource } from './style.ts';

/** `/docs`: /openapi.json as a page. Rendered once for each public address, of which a collector has one. */
export function referenceRoutes(document: () => CompleteDocument, publicUrl: () => string) {
  const app = new Hono();
  let kept: { url: string; page: string } | undefined;
  const pageAt = (url: string) => {
    if (kept?.url !== url) kept = { url, page: String(<ReferencePage document={document()} url={url} />) };
    return kept.page;
  };
  app.get('/docs', securityHeaders(publicUrl, { style: styleSource, sameForAll: true }), etag(), (c) =>
    c.html(pageAt(publicUrl())),
  );
  return app;
}
