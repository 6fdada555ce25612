import { type Binding, bindObject, bindTable, checkComplete } from './bindColumns.ts';
import { openCsv } from './csvRows.ts';
import type { Format } from './inputFile.ts';
import { ndjsonRows } from './ndjsonRows.ts';
import type { Mapping } from './readMapping.ts';
import type { RejectsForm } from './rejectsFile.ts';
import { addedColumns, idColumn, type SourceRow, type Unreadable } from './sourceRow.ts';

/** How a file is to be read. */
export interface Reading {
  format: Format;
  mapping: Mapping;
  /** `null`: found out from the header. */
  delimiter: string | null;
  /** The encoding's name. */
  encoding: string;
}

export interface OpenedRows {
  rows: AsyncGenerator<SourceRow | Unreadable>;
  bind(row: SourceRow): Binding;
  /** How a file of rejects is written, to be read as this one was. */
  form: RejectsForm;
  /** Columns that were mapped and have not been seen yet; of a table there are none. */
  unseen: ReadonlySet<string>;
  /** A table's columns that say something, as `Page (touchpoint)`, and those that do not. */
  read: string[];
  notRead: string[];
  /** Whether two rows may be the same answer. */
  mayRepeatIds: boolean;
}

/**
 * Opens the rows of a file and binds them to the mapping.
 *
 * @throws Misused where the mapping does not fit; Failed where a table has no header
 */
export async function openRows(text: AsyncGenerator<string>, reading: Reading): Promise<OpenedRows> {
  const { format, mapping, delimiter, encoding } = reading;
  if (format === 'csv') {
    const table = await openCsv(text, delimiter);
    const binding = bindTable(mapping, table.names);
    const form = { format, names: table.names, delimiter: table.delimiter };
    const mayRepeatIds = binding.places.has('id') || table.names.includes(idColumn);
    return {
      rows: table.rows,
      bind: () => binding,
      form,
      unseen: new Set(),
      mayRepeatIds,
      ...columnsRead(binding, table.names),
    };
  }
  if (mapping.columns) checkComplete(mapping, new Set(mapping.columns.keys()));
  const unseen = new Set(mapping.columns?.values());
  return {
    rows: ndjsonRows(text),
    bind: ({ names }) => {
      for (const name of unseen.size > 0 ? names : []) unseen.delete(name);
      return bindObject(mapping, names);
    },
    form: { format, mark: encoding !== 'utf-8' },
    unseen,
    read: [],
    notRead: [],
    mayRepeatIds: true,
  };
}

function columnsRead({ places }: Binding, names: string[]): { read: string[]; notRead: string[] } {
  const read = [...places].map(([field, place]) => (names[place] === field ? field : `${names[place]} (${field})`));
  const used = new Set(places.values());
  const notRead = names.flatMap((name, place) =>
    used.has(place) || addedColumns.includes(name) ? [] : [name || `column ${place + 1}`],
  );
  return { read, notRead };
}
