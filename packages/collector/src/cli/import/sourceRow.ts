/** One answer as it stands in the file. */
export interface SourceRow {
  /** The line on which it begins; a file's first is 1. */
  line: number;
  /** Its columns in their order; a table's rows share one array. */
  names: readonly string[];
  /** As many values: text in a table, any JSON value in NDJSON. */
  values: readonly unknown[];
}

/** A place in the file that could not be read as a row; cells where it has some, though not as many as it should. */
export interface Unreadable extends Partial<SourceRow> {
  line: number;
  reason: string;
}

/**
 * The columns that a file of rejects has besides those of the file: where the row stood, why it was refused, and the
 * id that was made of it, by which it stays the same answer when it is corrected.
 */
export const lineColumn = 'vivencia_line';
export const errorColumn = 'vivencia_error';
export const idColumn = 'vivencia_id';
export const addedColumns: readonly string[] = [lineColumn, errorColumn, idColumn];

/** What a row's cells are made of; of something unreadable there may be none. */
type Cells = Partial<Pick<SourceRow, 'names' | 'values'>>;

/** A row without what a file of rejects added. */
export const ownCells = ({ names = [], values = [] }: Cells): [name: string, value: unknown][] =>
  names.flatMap((name, place) => (addedColumns.includes(name) ? [] : [[name, values[place]]]));

/** The id that a file of rejects noted for a row; `null` where it is none. */
export const notedId = ({ names = [], values = [] }: Cells): unknown => values[names.lastIndexOf(idColumn)] ?? null;

/** Whether nothing stands in it: spreadsheets write such lines below a table. */
export const isBlank = ({ values }: SourceRow) => values.every((value) => typeof value === 'string' && !value.trim());

/** Whether nothing stands in it but what a file of rejects added: it could not be read where it came from. */
export const isEmpty = (row: Cells) => ownCells(row).every(([, value]) => value === '');
