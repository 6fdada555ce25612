import { z } from '@hono/zod-openapi';
import { emotions } from '@vivencia/contract/emotion';
import { responseLimits, statuses } from '@vivencia/contract/response';
import { evaluationBounds, strengthBounds } from '@vivencia/contract/scale';
import { channel, identifier, key, segment } from '../declare/stateFields.ts';
import { atMostUnits, cleanComment } from '../http/text.ts';

/** Revisions and versions are counts; no life of a response or a touchpoint comes near this. */
const countMaximum = 1_000_000_000;

const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

const evaluation = z.discriminatedUnion('scale', [
  z.strictObject({ scale: z.literal('csat'), value: ratingOn('csat') }),
  z.strictObject({ scale: z.literal('ces'), value: ratingOn('ces') }),
  z.strictObject({ scale: z.literal('nps'), value: ratingOn('nps') }),
]);

function ratingOn(scale: keyof typeof evaluationBounds) {
  const { min, max } = evaluationBounds[scale];
  return z.int().min(min).max(max);
}

const comment = z
  .string()
  .transform(cleanComment)
  .pipe(atMostUnits(responseLimits.comment).nullable())
  .openapi({ description: `At most ${responseLimits.comment} UTF-16 units after NFC; controls are taken out` });

/** JSON has no infinities, but 1e999 reads as one; an age is never refused. */
const age = z.union([z.number(), z.literal(Infinity), z.literal(-Infinity)]).openapi({ type: ['number', 'null'] });

const stateFields = {
  id: z.guid(),
  revision: z.int().min(0).max(countMaximum),
  touchpoint: key,
  status: z.enum(statuses),
  emotion: optional(z.enum(emotions as [(typeof emotions)[number], ...typeof emotions])),
  strength: optional(
    z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], {
      error: `must be a whole number from ${strengthBounds.min} to ${strengthBounds.max}`,
    }),
  ),
  reasons: optional(z.array(key).max(responseLimits.reasons)),
  evaluation: optional(evaluation),
  comment: optional(comment),
  latencyMs: optional(z.number().min(0).max(Number.MAX_SAFE_INTEGER)),
  ageMs: optional(age),
  interaction: optional(identifier),
  unexpected: optional(z.boolean()),
  respondent: optional(identifier),
  segment: optional(segment),
  locale: optional(
    z
      .string()
      .max(responseLimits.locale)
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
  ),
  channel: optional(channel),
  version: optional(z.int().min(0).max(countMaximum)),
  invitation: optional(identifier),
  test: optional(z.boolean()),
};

type StateFields = z.infer<z.ZodObject<typeof stateFields>>;

function checkAnswer(state: StateFields, context: z.RefinementCtx): void {
  const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const has = (value: unknown) => value !== null && value !== undefined;
  if (state.status === 'answered') {
    if (!has(state.emotion) && !has(state.evaluation)) refuse('emotion', 'answered needs an emotion or an evaluation');
  } else {
    if (has(state.emotion)) refuse('emotion', 'only an answered state has one');
    if (has(state.evaluation)) refuse('evaluation', 'only an answered state has one');
  }
  if (has(state.strength) && !has(state.emotion)) refuse('strength', 'needs an emotion');
}

/** A state as a web page delivers it. */
export const publicResponseSchema = z
  .strictObject({ site: z.string(), signature: optional(z.string()), ...stateFields })
  .superRefine(checkAnswer)
  .openapi('PublicResponseState');

/** A state as a kiosk delivers it: the token in its address names the site, and what it calls that itself says nothing. */
export const kioskResponseSchema = z
  .strictObject({
    ...stateFields,
    site: z.string().optional(),
    channel: optional(z.literal('kiosk')).transform(() => 'kiosk' as const),
  })
  .superRefine(checkAnswer)
  .openapi('KioskResponseState');

/** A state as a backend delivers it. */
export const backendResponseSchema = z
  .strictObject({
    ...stateFields,
    at: optional(z.iso.datetime({ offset: true })),
  })
  .superRefine(checkAnswer)
  .openapi('BackendResponseState');

export type ParsedState = z.output<typeof backendResponseSchema>;
/** A page's may be signed. */
export type SignedState = ParsedState & Pick<z.output<typeof publicResponseSchema>, 'signature'>;
