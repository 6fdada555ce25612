import { z } from '@hono/zod-openapi';
import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { evaluationScales } from '@vivencia/contract/scale';
import { stages } from '@vivencia/contract/touchpoint';

const interval = z.object({ low: z.number(), high: z.number() });
export const estimateSchema = interval.extend({ value: z.number() });
export const countSchema = z.int().min(0);
const countsByName = z.record(z.string(), countSchema);

const evaluation = z.object({
  n: countSchema,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const periodSchema = z.object({ from: z.string(), to: z.string(), timeZone: z.string() });

export const emotion = z.enum(emotions as [Emotion, ...Emotion[]]);

const difference = estimateSchema.extend({ p: z.number(), adjustedP: z.number(), significant: z.boolean() });

const change = z
  .object({ enough: z.boolean(), intensity: difference.nullable(), valence: difference.nullable() })
  .openapi({ description: 'Now less before; only with compare=before' });

const touchpoint = z
  .object({
    touchpoint: z.string(),
    title: z.string(),
    stage: z.enum(stages).nullable(),
    confirmed: z.boolean(),
    emotionSet: z.union([z.enum(['core', 'compact', 'service']), z.array(emotion).readonly()]),
    passed: countSchema,
    shown: countSchema,
    dismissed: countSchema,
    abandoned: countSchema,
    answered: countSchema,
    unrated: countSchema,
    n: countSchema,
    nEff: z.number(),
    enough: z.boolean(),
    intensity: estimateSchema.extend({ shrunk: z.number() }).nullable(),
    valence: estimateSchema.nullable(),
    positive: z.number().nullable(),
    negative: z.number().nullable(),
    rank: interval.nullable(),
    emotions: z.partialRecord(emotion, countSchema),
    reasons: countsByName,
    evaluation: z.partialRecord(z.enum(evaluationScales as ['csat', 'ces', 'nps']), evaluation),
    change: change.optional(),
  })
  .openapi('TouchpointScore');

const frame = { period: periodSchema, before: periodSchema.optional() };

/** Describes what `stats` says; the figures themselves come from there. */
export const scoresReportSchema = z
  .object({ ...frame, separable: z.boolean(), touchpoints: z.array(touchpoint) })
  .openapi('Scores');

export const touchpointScoreSchema = touchpoint.extend(frame);
