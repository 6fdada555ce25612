import { z } from '@hono/zod-openapi';
import { responseLimits } from '@vivencia/contract/response';
import { keyPattern } from '@vivencia/contract/touchpoint';
import { Refusal } from '../http/problem.ts';
import { readDate } from '../stats/window.ts';
import type { Site } from '../store/site.ts';
import type { ResponseQuery } from '../store/storedResponse.ts';
import { dayStart } from '../tally/dayStart.ts';
import { readCursor } from './responseCursor.ts';

const pageLimits = { standard: 100, most: 1_000 } as const;

const date = (description: string) =>
  z
    .string()
    .refine((text) => readDate(text) !== null, { error: 'must be a date like 2026-11-30' })
    .optional()
    .openapi({ description, example: '2026-11-30', format: 'date' });

const name = (description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(responseLimits.identifier)
    .transform((text) => text.normalize('NFC'))
    .optional()
    .openapi({ description, example });

const isPageSize = (text: string) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= pageLimits.most;

/** The parameters of `GET /v1/responses`. */
export const responsesParameters = z.strictObject({
  from: date("First local date of the site's time zone on which it was answered or shown; default: from the first on"),
  to: date('Last local date, inclusive; default: to the last'),
  touchpoint: z
    .string()
    .regex(keyPattern)
    .optional()
    .openapi({ description: 'Of one touchpoint, with what was merged into it', example: 'checkout' }),
  interaction: name('Of one interaction', 'order-1001'),
  respondent: name('Of one respondent', 'c-77'),
  format: z
    .enum(['json', 'ndjson', 'csv'])
    .default('json')
    .openapi({ description: 'json: a page; ndjson, csv: all of them, as a stream' }),
  limit: z
    .string()
    .refine(isPageSize, { error: `must be a whole number from 1 to ${pageLimits.most}` })
    .optional()
    .openapi({ description: 'Responses in a page, 1–1,000; default 100', example: '100' }),
  cursor: z.string().optional().openapi({ description: 'The `next` of the page before, with the same query' }),
});

type ResponsesParameters = z.output<typeof responsesParameters>;

/**
 * Which responses are asked for.
 *
 * @throws Refusal invalid_query
 */
export function readResponsesQuery(parameters: ResponsesParameters, site: Site): ResponseQuery {
  const { touchpoint, interaction, respondent, cursor, limit, format } = parameters;
  const [fromDay, toDay] = [dayOf(parameters.from), dayOf(parameters.to)];
  if (fromDay !== undefined && toDay !== undefined && fromDay > toDay) throw invalid('from', 'must not be after to');
  if (format !== 'json') {
    if (limit !== undefined) throw invalid('limit', 'only pages of json have one');
    if (cursor !== undefined) throw invalid('cursor', 'only pages of json have one');
  }
  const chosen = {
    site: site.id,
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(interaction === undefined ? {} : { interaction }),
    ...(respondent === undefined ? {} : { respondent }),
    ...(fromDay === undefined ? {} : { from: dayStart(fromDay, site.timeZone) }),
    ...(toDay === undefined ? {} : { to: dayStart(toDay + 1, site.timeZone) }),
  };
  const after = cursor === undefined ? null : readCursor(cursor, chosen);
  if (cursor !== undefined && after === null) throw invalid('cursor', 'is none that came with this query');
  return { ...chosen, after, limit: Number(limit ?? pageLimits.standard) };
}

const dayOf = (text: string | undefined) => (text === undefined ? undefined : (readDate(text) ?? undefined));

const invalid = (path: string, reason: string) =>
  new Refusal('invalid_query', 'The query is not valid; see errors.', [{ path, reason }]);
