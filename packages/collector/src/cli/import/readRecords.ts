import { type CsvError, type Info, parse } from 'csv-parse/sync';

/** A record's values, and where it ends. */
export interface EndedRecord {
  values: string[];
  /** Bytes before its end. */
  end: number;
}

/** What can be wrong with quotes, in words; the names are csv-parse's, but for our own. */
export const mistakeReasons = {
  CSV_INVALID_CLOSING_QUOTE: 'something stands behind a closing quote; a quote inside quotes is written twice',
  INVALID_OPENING_QUOTE: 'a quote stands in a value without quotes; quote the whole value and write its quotes twice',
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  MISQUOTED: 'has not as many columns as the header and goes on over the line; is a quote missing?',
} as const;

export type Mistake = keyof typeof mistakeReasons;

/**
 * The records up to the first mistake. Empty values beyond the header's columns are none: some programs end each line
 * with a delimiter.
 *
 * @param width the columns of the header; `null` where it is the first of the records
 * @param atEnd whether nothing comes after the bytes
 */
export function readRecords(
  bytes: Buffer,
  delimiter: string,
  width: number | null,
  atEnd: boolean,
): { records: EndedRecord[]; mistake: Mistake | null } {
  const records: EndedRecord[] = [];
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (read: string[], { bytes_records }: Info) => {
        const columns = width ?? records[0]?.values.length ?? read.length;
        const values = read.slice(columns).every((value) => !value.trim()) ? read.slice(0, columns) : read;
        const isWrong = values.length !== columns;
        const isWhole = atEnd || bytes_records < bytes.length;
        if (isWrong && isWhole && values.some((value) => /[\r\n]/.test(value)))
          throw Object.assign(new Error(), { code: 'MISQUOTED' satisfies Mistake });
        records.push({ values, end: bytes_records });
        return null;
      },
    });
    return { records, mistake: null };
  } catch (error) {
    const { code } = error as CsvError;
    if (!(code in mistakeReasons)) throw error;
    return { records, mistake: code as Mistake };
  }
}
