import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { problems } from '../http/problemSchema.ts';

const saying = (status: string) => ({ 'application/json': { schema: z.object({ status: z.literal(status) }) } });

/** Describes what machines ask that look after the collector. */
export function describeHealth({ openAPIRegistry: registry }: Pick<OpenAPIHono, 'openAPIRegistry'>): void {
  registry.registerPath({
    method: 'get',
    path: '/healthz',
    summary: 'Whether the process answers',
    responses: { 200: { description: 'It does', content: saying('ok') } },
  });
  registry.registerPath({
    method: 'get',
    path: '/readyz',
    summary: 'Whether a delivery would be taken now',
    responses: { 200: { description: 'It would', content: saying('ready') }, ...problems('store_unavailable') },
  });
  registry.registerPath({
    method: 'get',
    path: '/metrics',
    summary: 'For Prometheus; with a token of its own where one is set',
    responses: {
      200: { description: 'The metrics', content: { 'text/plain': { schema: z.string() } } },
      ...problems('unauthorized'),
    },
  });
}
