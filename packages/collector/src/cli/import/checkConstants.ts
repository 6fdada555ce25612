import { z } from '@hono/zod-openapi';
import { inputErrors } from '../../http/inputError.ts';
import { backendResponseSchema } from '../../ingest/responseSchema.ts';
import type { Site } from '../../store/site.ts';
import { Misused } from '../exit.ts';
import type { Field } from './field.ts';
import { explained } from './judgeRow.ts';
import { MappedRow } from './mappedRow.ts';
import type { Mapping } from './readMapping.ts';
import { Rejected } from './rejected.ts';
import type { Rules } from './rules.ts';
import { wireStateOf } from './wireState.ts';

/**
 * Makes sure that what `--set` says of every row can be said of one.
 *
 * @param now milliseconds since 1970
 * @throws Misused
 */
export function checkConstants(mapping: Mapping, rules: Rules, { timeZone }: Site, now: number): void {
  const anyMoment: [Field, string] = ['at', rules.timeFormat === 'iso' ? '2000-01-01' : '0'];
  const constants = new Map([anyMoment, ...mapping.constants]);
  const binding = { mapping: { ...mapping, constants }, places: new Map(), isOwnExport: false };
  const row = new MappedRow({ line: 0, names: [], values: [] }, binding);
  try {
    const state = Object.entries(wireStateOf(row, rules, timeZone, now));
    const given = Object.fromEntries(state.filter(([name, value]) => value !== null && !isHalf(row, name)));
    const { error } = partialSchema.safeParse(given);
    const [first] = error ? inputErrors(error, given) : [];
    if (first) throw new Rejected(explained(row, first));
  } catch (error) {
    throw error instanceof Rejected ? new Misused(`--set ${error.message}`) : error;
  }
}

/** Each field for itself: what else an answer needs may have a column. */
const partialSchema = z.object(backendResponseSchema.shape).partial();

/** Whether only the scale or only the value of an evaluation is said. */
const isHalf = (row: MappedRow, name: string) =>
  name === 'evaluation' &&
  (row.value('evaluationScale') === undefined) !== (row.value('evaluationValue') === undefined);
