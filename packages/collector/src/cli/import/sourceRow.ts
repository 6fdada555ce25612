/** One answer as it stands in the file. */
export interface SourceRow {
  /** The line on which it begins; a file's first is 1. */
  line: number;
  /** Its columns in their order; a table's rows share one array. */
  names: readonly string[];
  /** As many values: text in a table, any JSON value in NDJSON. */
  values: readonly unknown[];
}

/** A place in the file that could not be read as a row. */
export interface Unreadable {
  line: number;
  reason: string;
}

/** The columns that a file of rejects has besides those of the file: where the row stood, and why it was refused. */
export const lineColumn = 'vivencia_line';
export const errorColumn = 'vivencia_error';

/** A row without what a file of rejects added, so that a corrected row is what it would have been in the first file. */
export const ownCells = ({ names, values }: Pick<SourceRow, 'names' | 'values'>): [name: string, value: unknown][] =>
  names.flatMap((name, place) => (name === lineColumn || name === errorColumn ? [] : [[name, values[place]]]));

/** Whether nothing stands in it: spreadsheets write such lines below a table. */
export const isBlank = ({ values }: SourceRow) => values.every((value) => typeof value === 'string' && !value.trim());
