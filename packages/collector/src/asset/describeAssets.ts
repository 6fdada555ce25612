import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { problems } from '../http/problemSchema.ts';

const siteKey = z
  .string()
  .openapi({ description: "The site's public key", example: 'pk_0123456789abcdef0123456789abcdef' });
const script = { 'text/javascript': { schema: z.string() } };
const notModified = { description: 'What is known already is still right' };

/** The widget loads it and nobody else has to know what is in it: it changes with the widget. */
const json = { 'application/json': { schema: z.object({}).loose() } };

/** Describes what pages load. */
export function describeAssets({ openAPIRegistry: registry }: Pick<OpenAPIHono, 'openAPIRegistry'>): void {
  const params = z.object({ siteKey });
  registry.registerPath({
    method: 'get',
    path: '/s/{siteKey}.js',
    summary: 'The script tag: the loader with the settings of the site inside',
    request: { params },
    responses: { 200: { description: 'The script', content: script }, 304: notModified, ...problems('unknown_site') },
  });
  registry.registerPath({
    method: 'get',
    path: '/s/{siteKey}.json',
    summary: 'The settings alone, for pages that bring their own script',
    request: { params },
    responses: { 200: { description: 'The settings', content: json }, 304: notModified, ...problems('unknown_site') },
  });
  registry.registerPath({
    method: 'get',
    path: '/s/{siteKey}/{touchpoint}.json',
    summary: 'What one version of a touchpoint asks',
    request: {
      params: z.object({ siteKey, touchpoint: z.string().openapi({ example: 'checkout' }) }),
      query: z.object({ v: z.string().openapi({ description: 'The version', example: '1' }) }),
    },
    responses: { 200: { description: 'Its settings; they never change', content: json }, ...problems('not_found') },
  });
  registry.registerPath({
    method: 'get',
    path: '/assets/{file}',
    summary: 'A file of the widget',
    request: { params: z.object({ file: z.string().openapi({ example: 'prompt.en.0123456789.js' }) }) },
    responses: { 200: { description: 'The file; it never changes', content: script }, ...problems('not_found') },
  });
}
