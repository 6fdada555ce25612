import { Misused } from '../exit.ts';
import { answerFields, type Field, isField } from './field.ts';
import type { Mapping } from './readMapping.ts';

/** A mapping as it applies to rows with certain columns. */
export interface Binding {
  mapping: Mapping;
  /** The place of each field's column among a row's columns. */
  places: ReadonlyMap<Field, number>;
  /** Whether the rows are a table that `vivencia export` wrote. */
  isOwnExport: boolean;
}

/** Only a table of ours has all of these; what files of rejects add does not matter. */
const exportedColumns = ['received', 'latencyMs', 'evaluationScale', 'evaluationValue', 'revision', 'closed'];

/**
 * Finds each field's column in the header of a table.
 *
 * @throws Misused for a column that is not there or there twice, and where time, touchpoint or answer are not said
 */
export function bindTable(mapping: Mapping, names: readonly string[]): Binding {
  for (const [field, column] of mapping.columns ?? []) {
    const found = names.filter((name) => name === column).length;
    if (found === 0) throw new Misused(`${field}: there is no column "${column}"; there are ${names.join(', ')}`);
    if (found > 1) throw new Misused(`${field}: there are ${found} columns "${column}"`);
  }
  const binding = bindObject(mapping, names);
  const repeated = names.find((name, place) => binding.places.has(name as Field) && names.indexOf(name) !== place);
  if (!mapping.columns && repeated) throw new Misused(`there are two columns "${repeated}": say which with --map`);
  const isOwnExport = !mapping.columns && exportedColumns.every((name) => names.includes(name));
  checkComplete(mapping, new Set(binding.places.keys()), names);
  return { ...binding, isOwnExport };
}

/** The same for one object of NDJSON, where any key may be absent. */
export function bindObject(mapping: Mapping, names: readonly string[]): Binding {
  const wanted: [Field, string][] = mapping.columns
    ? [...mapping.columns]
    : names.filter(isField).flatMap((name) => (mapping.constants.has(name) ? [] : [[name, name]]));
  const places = wanted.flatMap(([field, column]): [Field, number][] => {
    const place = names.indexOf(column);
    return place < 0 ? [] : [[field, place]];
  });
  return { mapping, places: new Map(places), isOwnExport: false };
}

/**
 * @param columns the fields that have a column
 * @throws Misused where rows could be no answers, and for words of a field that says nothing
 */
export function checkComplete(mapping: Mapping, columns: ReadonlySet<Field>, names?: readonly string[]): void {
  const isSaid = (field: Field) => columns.has(field) || mapping.constants.has(field);
  const how = names ? ` (the columns are ${names.join(', ')})` : '';
  for (const field of ['at', 'touchpoint'] as const) {
    if (!isSaid(field)) throw new Misused(`say what ${field} is: --map ${field}=COLUMN or --set ${field}=VALUE${how}`);
  }
  if (!answerFields.some((field) => columns.has(field))) {
    throw new Misused(`say where the answer is: --map emotion=COLUMN, or csat, ces or nps${how}`);
  }
  if (isSaid('latency') && isSaid('latencyMs'))
    throw new Misused('latency and latencyMs are the same: map one of them');
  for (const field of mapping.words.fields()) {
    if (!isSaid(field)) throw new Misused(`--value ${field}: ${field} is not mapped`);
  }
}
