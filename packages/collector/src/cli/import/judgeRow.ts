import { inputErrors } from '../../http/inputError.ts';
import type { InputError } from '../../http/problem.ts';
import { accept } from '../../ingest/accept.ts';
import { backendResponseSchema } from '../../ingest/responseSchema.ts';
import type { Delivery } from '../../store/delivery.ts';
import type { Site } from '../../store/site.ts';
import type { AnswerIds } from './answerIds.ts';
import { answerFields, type Field, isField } from './field.ts';
import type { MappedRow } from './mappedRow.ts';
import { quoted } from './quoted.ts';
import { Rejected } from './rejected.ts';
import type { Rules } from './rules.ts';
import { wireStateOf } from './wireState.ts';

/**
 * A row as a backend's delivery, validated and accepted by what validates and accepts `POST /v1/responses`.
 *
 * @param now milliseconds since 1970
 * @throws Rejected, naming the user's columns
 */
export function judgeRow(row: MappedRow, rules: Rules, site: Site, ids: AnswerIds, now: number): Delivery {
  const { moment, state } = wireStateOf(row, rules, site.timeZone, now);
  const delivered = { id: ids.idOf(row.source, row.text('id'), moment), ...state };
  const parsed = backendResponseSchema.safeParse(delivered);
  if (parsed.success) return accept(parsed.data, site.id, true, now);
  throw new Rejected(
    inputErrors(parsed.error, delivered)
      .map((error) => explained(row, error))
      .join('; '),
  );
}

/** An error of the wire's in the user's words: with the column, and with what stood there. */
export function explained(row: MappedRow, { path, reason }: InputError): string {
  const field = fieldAt(row, path);
  // What has no column of its own was not mapped: then nobody could look it up in the file.
  if (field === null) return `${path}: ${reason}`;
  const value = row.value(field);
  const isShown = field !== 'comment' && typeof value === 'string' && value.trim() !== '';
  if (!isShown) return `${row.label(field)}: ${reason}`;
  const isUnknownWord = /^(must be one of|has a form)/.test(reason);
  const hint = isUnknownWord ? (hints[field]?.(value.trim()) ?? '') : '';
  return `${row.label(field)}: ${quoted(value.trim())} ${reason}${hint}`;
}

const hints: Partial<Record<Field, (value: string) => string>> = {
  emotion: (value) => `; --value ${quoted(`emotion:${value}=EMOTION`)} says which it is`,
  touchpoint: (value) => `: a–z, 0–9, and . _ - inside; --value ${quoted(`touchpoint:${value}=KEY`)} gives it a key`,
};

function fieldAt(row: MappedRow, path: string): Field | null {
  const [first = ''] = path.split('.');
  const candidates: string[] =
    first === 'evaluation' ? [...answerFields.slice(1)] : first === 'latencyMs' ? ['latency', first] : [path, first];
  const said = candidates.filter(isField).find((field) => row.value(field) !== undefined && row.value(field) !== '');
  return said ?? (isField(first) ? first : null);
}
