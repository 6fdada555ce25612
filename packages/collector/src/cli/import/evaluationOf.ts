import { evaluationScales } from '@vivencia/contract/scale';
import type { MappedRow } from './mappedRow.ts';
import { Rejected } from './rejected.ts';

/** Whether an object has these and only these, as our export writes an evaluation. */
const isEvaluation = (value: unknown): value is { scale: unknown; value: unknown } =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'scale,value';

/**
 * The evaluation of a row, from a column of its own scale or as our export writes it, before it is validated.
 *
 * @throws Rejected where more than one is filled: an answer has one evaluation
 */
export function evaluationOf(row: MappedRow): { scale: unknown; value: unknown } | null {
  const given = row.value('evaluation');
  if (given !== null && given !== undefined && given !== '' && !isEvaluation(given)) {
    throw row.rejected(
      'evaluation',
      'must be an object like {"scale":"csat","value":4}; a column is mapped to its scale',
    );
  }
  const scale = row.text('evaluationScale');
  const value = row.number('evaluationValue');
  const found = [
    ...evaluationScales.map((scale) => ({ field: scale, scale, value: row.number(scale) as unknown })),
    { field: 'evaluationValue' as const, scale, value: value ?? (scale === null ? null : undefined) },
    ...(isEvaluation(given) ? [{ field: 'evaluation' as const, ...given }] : []),
  ].filter((evaluation) => evaluation.value !== null);
  const [first, second] = found;
  if (first && second) {
    throw new Rejected(`${row.label(first.field)} and ${row.label(second.field)}: an answer has only one evaluation`);
  }
  return first ? { scale: first.scale, value: first.value } : null;
}
