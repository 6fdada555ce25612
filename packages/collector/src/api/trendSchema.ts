import { z } from '@hono/zod-openapi';
import { trendGrains } from '../stats/trendStretches.ts';
import { countSchema, emotion, estimateSchema, periodSchema } from './scoreSchema.ts';

const bucket = z.object({
  from: z.string().openapi({ description: 'A local date; of an hour, its beginning: 2026-11-22T14:00+01:00' }),
  n: countSchema,
  nEff: z.number(),
  enough: z.boolean(),
  intensity: estimateSchema.nullable(),
  valence: estimateSchema.nullable(),
  shown: countSchema,
  answered: countSchema,
});

export const trendSchema = z
  .object({ period: periodSchema, bucket: z.enum(trendGrains), buckets: z.array(bucket) })
  .openapi('Trend');

const latencyBin = z.object({
  bin: z.int().min(0).max(9),
  fromMinutes: z.number().nullable(),
  toMinutes: z.number().nullable(),
  weight: z.number(),
  count: countSchema,
});

export const histogramSchema = z
  .object({
    period: periodSchema,
    cells: z.array(z.object({ emotion, strength: z.int().min(1).max(5).nullable(), count: countSchema })),
    latency: z.array(latencyBin),
  })
  .openapi('Histogram');
