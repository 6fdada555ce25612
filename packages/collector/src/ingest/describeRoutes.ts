import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { armedPath, passesPath, responsesPath } from '@vivencia/contract/endpoint';
import { outcomes, responseLimits } from '@vivencia/contract/response';
import { problemSchema, problems } from '../http/problemSchema.ts';
import { armedQuerySchema, armedSchema } from './armedRoute.ts';
import { backendPassSchema, publicPassSchema } from './passSchema.ts';
import { backendResponseSchema, publicResponseSchema } from './responseSchema.ts';

const upTo = <T extends z.ZodType>(schema: T) =>
  z.union([schema, z.array(schema).min(1).max(responseLimits.statesInOneDelivery)]);

/** A page says its site in the body; a backend has a key. */
const security = [{}, { Bearer: ['ingest'] }];

const state = upTo(z.union([publicResponseSchema, backendResponseSchema]));

const answer = {
  id: '0190a000-0000-7000-8000-000000000001',
  revision: 2,
  touchpoint: 'checkout',
  status: 'answered',
  emotion: 'frustrated',
  strength: 4,
  latencyMs: 5_200,
  locale: 'es',
};

const told = { interaction: 'order-1001', respondent: 'c-77', at: '2026-11-20T10:00:00Z' };

const site = 'pk_0123456789abcdef0123456789abcdef';

const examples = {
  page: { summary: 'From a page', value: { site, ...answer } },
  backend: {
    summary: 'From a backend, with its key',
    value: [{ ...answer, id: '0190a000-0000-7000-8000-000000000002', ...told }],
  },
};

const armedExamples = {
  page: { summary: 'From a page', value: { site, respondent: 'c-77', signature: '0'.repeat(64) } },
};

const asked = { touchpoint: 'checkout', outcome: 'asked' };

const passExamples = {
  page: { summary: 'From a page', value: { site, touchpoint: 'checkout', outcome: 'suppressed', reason: 'cooldown' } },
  backend: { summary: 'From a backend, with its key', value: [asked, asked] },
};

const pass = upTo(z.union([publicPassSchema, backendPassSchema]));

const result = z
  .object({
    id: z.string().nullable(),
    outcome: z.enum([...outcomes, 'refused']),
    code: problemSchema.shape.code.optional(),
  })
  .openapi('DeliveryResult');

/**
 * Describes the routes that pages deliver to. They parse their bodies themselves, because text/plain spares a page the
 * preflight, but with the same schemas that stand here.
 */
export function describeIngest({ openAPIRegistry: registry }: Pick<OpenAPIHono, 'openAPIRegistry'>): void {
  registry.registerComponent('securitySchemes', 'Bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A secret key, sk_…, with the scope that the route names: ingest, read or manage',
  });
  registry.registerPath({
    method: 'post',
    path: responsesPath,
    security,
    summary: 'Delivers one state, or up to 50 of one site',
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: state, examples }, 'text/plain': { schema: state, examples } },
      },
    },
    responses: {
      200: {
        description: 'Committed to disk',
        content: { 'application/json': { schema: z.union([result, z.object({ results: z.array(result) })]) } },
      },
      ...problems('invalid_json', 'unknown_site', 'unauthorized', 'origin_not_allowed', 'insufficient_scope'),
      ...problems('not_found', 'response_closed', 'revision_conflict', 'invitation_used', 'invitation_expired'),
      ...problems('body_too_large', 'unsupported_media_type'),
      ...problems('invalid_response', 'too_many_requests', 'store_unavailable'),
    },
  });
  registry.registerPath({
    method: 'post',
    path: passesPath,
    security,
    summary: 'Counts interactions that passed a touchpoint',
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: pass, examples: passExamples },
          'text/plain': { schema: pass, examples: passExamples },
        },
      },
    },
    responses: {
      204: { description: 'Counted' },
      ...problems('invalid_json', 'unknown_site', 'unauthorized', 'origin_not_allowed', 'insufficient_scope'),
      ...problems('body_too_large', 'unsupported_media_type', 'invalid_response', 'too_many_requests'),
      ...problems('store_unavailable'),
    },
  });
  registry.registerPath({
    method: 'post',
    path: armedPath,
    summary: 'What a page shall ask about, because it knows who is there',
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: armedQuerySchema, examples: armedExamples },
          'text/plain': { schema: armedQuerySchema, examples: armedExamples },
        },
      },
    },
    responses: {
      200: {
        description: 'The newest three; none where the signature is not that of the respondent',
        content: { 'application/json': { schema: armedSchema } },
      },
      ...problems('invalid_json', 'unknown_site', 'unauthorized', 'origin_not_allowed', 'insufficient_scope'),
      ...problems('body_too_large', 'unsupported_media_type', 'invalid_interaction', 'too_many_requests'),
      ...problems('store_unavailable'),
    },
  });
}
