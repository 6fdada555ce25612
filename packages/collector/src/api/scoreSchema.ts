import { z } from '@hono/zod-openapi';
import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { evaluationScales } from '@vivencia/contract/scale';
import { stages } from '@vivencia/contract/touchpoint';

const interval = z.object({ low: z.number(), high: z.number() });
const estimate = interval.extend({ value: z.number() });
const count = z.int().min(0);
const countsByName = z.record(z.string(), count);

const evaluation = z.object({
  n: count,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const period = z.object({ from: z.string(), to: z.string(), timeZone: z.string() });

const touchpoint = z
  .object({
    touchpoint: z.string(),
    title: z.string(),
    stage: z.enum(stages).nullable(),
    confirmed: z.boolean(),
    passed: count,
    shown: count,
    dismissed: count,
    abandoned: count,
    answered: count,
    unrated: count,
    n: count,
    nEff: z.number(),
    enough: z.boolean(),
    intensity: estimate.extend({ shrunk: z.number() }).nullable(),
    valence: estimate.nullable(),
    positive: z.number().nullable(),
    negative: z.number().nullable(),
    rank: interval.nullable(),
    emotions: z.partialRecord(z.enum(emotions as [Emotion, ...Emotion[]]), count),
    reasons: countsByName,
    evaluation: z.partialRecord(z.enum(evaluationScales as ['csat', 'ces', 'nps']), evaluation),
  })
  .openapi('TouchpointScore');

/** Describes what `stats` says; the figures themselves come from there. */
export const scoresReportSchema = z
  .object({ period, separable: z.boolean(), touchpoints: z.array(touchpoint) })
  .openapi('Scores');

export const touchpointScoreSchema = touchpoint.extend({ period });
