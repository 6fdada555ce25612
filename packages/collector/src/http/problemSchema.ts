import { z } from '@hono/zod-openapi';
import { type RefusalCode, refusalStatus } from '@vivencia/contract/refusal';

/** What a refusal looks like, for the description of every route. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(refusalStatus) as [RefusalCode, ...RefusalCode[]]),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
  })
  .openapi('Problem');

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** The refusals of a route, by status, for its description. */
export function problems(...codes: RefusalCode[]) {
  const byStatus: Record<number, string> = {};
  for (const code of codes) {
    const status = refusalStatus[code];
    byStatus[status] = byStatus[status] ? `${byStatus[status]}, ${code}` : code;
  }
  return Object.fromEntries(Object.entries(byStatus).map(([status, list]) => [status, problem(list)]));
}
