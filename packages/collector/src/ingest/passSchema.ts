import { z } from '@hono/zod-openapi';
import { suppressionReasons } from '@vivencia/contract/pass';
import { keyPattern } from '@vivencia/contract/touchpoint';

const passOf = <T extends z.ZodRawShape>(named: T) => {
  const shared = {
    ...named,
    touchpoint: z.string().regex(keyPattern),
    // It is looked up and not kept: one that nobody could have told of is none.
    interaction: z.string().nullish().openapi({ description: 'If a backend told of it, it is counted already' }),
  };
  return z.discriminatedUnion('outcome', [
    z.strictObject({ ...shared, outcome: z.literal('asked'), reason: z.null().optional() }),
    z.strictObject({ ...shared, outcome: z.literal('suppressed'), reason: z.enum(suppressionReasons) }),
  ]);
};

/** A pass as a web page delivers it. */
export const publicPassSchema = passOf({ site: z.string() }).openapi('PublicPass');

/** A pass as a backend delivers it: its key names the site. */
export const backendPassSchema = passOf({}).openapi('BackendPass');
