import { Failed } from '../exit.ts';
import { type CsvRecord, CsvRecords } from './csvRecords.ts';
import { detectDelimiter } from './delimiter.ts';
import { comparable } from './readMapping.ts';
import { isBlank, type SourceRow, type Unreadable } from './sourceRow.ts';

/** Text enough to have a header in it, in UTF-16 units. */
const headerUnits = 16_384;

export interface CsvTable {
  delimiter: string;
  /** The header's columns. */
  names: string[];
  rows: AsyncGenerator<SourceRow | Unreadable>;
}

/**
 * Opens a table: its header is read at once, its rows as they are asked for.
 *
 * @param delimiter `null`: found out from the header
 * @throws Failed where there is no header
 */
export async function openCsv(text: AsyncGenerator<string>, delimiter: string | null): Promise<CsvTable> {
  let start = '';
  for (let piece = await text.next(); !piece.done; piece = await text.next()) {
    start += piece.value;
    if (start.length >= headerUnits) break;
  }
  const found = delimiter ?? detectDelimiter(start);
  const records = recordsOf(start, text, found);
  const header = await records.next();
  if (header.done) throw new Failed('there is nothing in the file');
  if ('reason' in header.value) throw new Failed(`line ${header.value.line}: ${header.value.reason}`);
  const names = header.value.values.map(comparable);
  return { delimiter: found, names, rows: rowsOf(records, names) };
}

async function* recordsOf(start: string, text: AsyncGenerator<string>, delimiter: string) {
  const records = new CsvRecords(delimiter);
  yield* records.push(start);
  for await (const piece of text) yield* records.push(piece);
  yield* records.end();
}

async function* rowsOf(records: AsyncGenerator<CsvRecord | Unreadable>, names: string[]) {
  for await (const record of records) {
    if ('reason' in record) yield record;
    else if (record.values.length === names.length) {
      const row: SourceRow = { line: record.line, names, values: record.values };
      if (!isBlank(row)) yield row;
    } else if (record.values.some((value) => value.trim())) {
      const { line, values } = record;
      yield { line, reason: `has ${values.length} columns where the header has ${names.length}` };
    }
  }
}
