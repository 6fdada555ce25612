import { inputErrors } from '../../http/inputError.ts';
import type { InputError } from '../../http/problem.ts';
import { accept } from '../../ingest/accept.ts';
import { backendResponseSchema } from '../../ingest/responseSchema.ts';
import type { Delivery } from '../../store/delivery.ts';
import type { Site } from '../../store/site.ts';
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
export function judgeRow(row: MappedRow, id: string, rules: Rules, site: Site, now: number): Delivery {
  // What an export says was kept out of the counts waits to be released here, for whatever reason it was.
  const wasUncounted = [row.boolean('quarantined'), row.boolean('discarded')].includes(true);
  const delivered = { id, ...wireStateOf(row, rules, site.timeZone, now) };
  const parsed = backendResponseSchema.safeParse(delivered);
  if (parsed.success) return accept(parsed.data, site.id, true, now, wasUncounted);
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
  const value = partAt(row, field, path);
  const isShown = field !== 'comment' && typeof value === 'string' && value.trim() !== '';
  const said = isShown ? `${quoted(value.trim())} ${reason}` : reason;
  const hint = isShown && /^(must be one of|has a form)/.test(reason) ? (hints[field]?.(value.trim()) ?? '') : '';
  return `${row.label(field)}: ${said}${hint}${/never had$/.test(reason) ? howToDeclare(row) : ''}`;
}

const keyForm = ': a–z, 0–9, and . _ - inside';

const hints: Partial<Record<Field, (value: string) => string>> = {
  emotion: (value) => `; --value ${quoted(`emotion:${value}=EMOTION`)} says which it is`,
  touchpoint: (value) => `${keyForm}; --value ${quoted(`touchpoint:${value}=KEY`)} gives it a key`,
  reasons: (value) => `${keyForm}, commas between several; --value ${quoted(`reasons:${value}=KEY`)} gives it a key`,
};

const howToDeclare = (row: MappedRow) =>
  `: declare it before, PUT /v1/touchpoints/${row.text('touchpoint')} {"reasons":[{"key":"…","label":{"en":"…"}}]}`;

/** What stands in a field, or at `reasons.1` in that place of its list. */
function partAt(row: MappedRow, field: Field, path: string): unknown {
  const [, place] = /^reasons\.(\d+)$/.exec(path) ?? [];
  return place === undefined ? row.value(field) : row.texts(field)?.[Number(place)];
}

function fieldAt(row: MappedRow, path: string): Field | null {
  const [first = ''] = path.split('.');
  const candidates: string[] =
    first === 'evaluation' ? [...answerFields.slice(1)] : first === 'latencyMs' ? ['latency', first] : [path, first];
  const said = candidates.filter(isField).find((field) => row.value(field) !== undefined && row.value(field) !== '');
  return said ?? (isField(first) ? first : null);
}
