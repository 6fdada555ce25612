import { z } from '@hono/zod-openapi';
import { Refusal } from '../http/problem.ts';
import { InvalidQuery } from '../stats/invalidQuery.ts';

const date = (description: string) => z.string().optional().openapi({ description, example: '2026-11-30' });

/** The parameters that choose answers, described; `stats` reads them. */
export const answersParameters = {
  from: date("First local date of the site's time zone; default 29 days before the last"),
  to: date('Last local date, inclusive; default today'),
  hours: z
    .string()
    .optional()
    .openapi({ description: 'Instead of from and to: the last 1–168 hours, the one that has begun among them' }),
  timeZone: z
    .string()
    .optional()
    .openapi({ description: "The site's own, or a refusal: hours and days are counted in it" }),
  segment: z
    .string()
    .optional()
    .openapi({ description: "One name:value, also channel:… and locale:…; a name among the site's" }),
  stratum: z.string().optional().openapi({ description: 'prompt: only what was answered within 20 minutes' }),
  version: z.string().optional().openapi({ description: 'Only answers to this version of the settings' }),
  test: z.string().optional().openapi({ description: '1: count test answers too' }),
};

/** Answers a query that cannot be read with a refusal that names each parameter. */
export async function refusingInvalidQuery<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof InvalidQuery)) throw error;
    throw new Refusal('invalid_query', 'The query is not valid; see errors.', error.errors);
  }
}
