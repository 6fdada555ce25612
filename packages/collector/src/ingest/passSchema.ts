import { z } from '@hono/zod-openapi';
import { suppressionReasons } from '@vivencia/contract/pass';
import { keyPattern } from '@vivencia/contract/touchpoint';

const shared = { site: z.string(), touchpoint: z.string().regex(keyPattern) };

export const passSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({ ...shared, outcome: z.literal('asked') }),
    z.strictObject({ ...shared, outcome: z.literal('suppressed'), reason: z.enum(suppressionReasons) }),
  ])
  .openapi('Pass');
