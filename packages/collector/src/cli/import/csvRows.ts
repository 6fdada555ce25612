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
 * Opens a table: its header is read at once, its rows as they are asked for. A first line `sep=;`, as Excel writes it,
 * says the delimiter.
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
  const [said = '', saidDelimiter] = /^"?sep=(.)"?\r?\n/i.exec(start) ?? [];
  start = start.slice(said.length);
  const found = delimiter ?? saidDelimiter ?? detectDelimiter(start);
  const records = recordsOf(start, text, new CsvRecords(found, said ? 2 : 1));
  const header = await records.next();
  if (header.done) throw new Failed('there is nothing in the file');
  if ('reason' in header.value) throw new Failed(`line ${header.value.line}: ${header.value.reason}`);
  const names = header.value.values.map(comparable);
  return { delimiter: found, names, rows: rowsOf(records, names, found) };
}

async function* recordsOf(start: string, text: AsyncGenerator<string>, records: CsvRecords) {
  yield* records.push(start);
  for await (const piece of text) yield* records.push(piece);
  yield* records.end();
}

async function* rowsOf(records: AsyncGenerator<CsvRecord | Unreadable>, names: string[], delimiter: string) {
  for await (const record of records) {
    if ('reason' in record) {
      yield record;
      continue;
    }
    const row: SourceRow = { ...record, names };
    if (isBlank(row)) continue;
    yield record.values.length === names.length ? row : misfit(record, names, delimiter);
  }
}

/** A row of another width, with its values as far as there are columns. */
function misfit({ line, values }: CsvRecord, names: string[], delimiter: string): Unreadable {
  const fitting = names.map((_, place) => values[place] ?? '');
  const isLonger = values.length > names.length;
  if (isLonger) fitting[names.length - 1] = values.slice(names.length - 1).join(delimiter);
  const what = isLonger ? 'what is beyond stands in the last one' : 'the last ones are empty';
  return {
    line,
    names,
    values: fitting,
    reason: `has ${values.length} columns where the header has ${names.length}; ${what}`,
  };
}
