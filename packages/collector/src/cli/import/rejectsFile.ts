import { closeSync, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { Misused } from '../exit.ts';
import { errorColumn, lineColumn, ownCells, type SourceRow, type Unreadable } from './sourceRow.ts';

/** How a file of rejects is written, so that it can be imported with the options of the file it comes from. */
export type RejectsForm =
  | { format: 'csv'; names: readonly string[]; delimiter: string }
  /** `mark`: begin with a byte order mark, because UTF-8 is not what the options say. */
  | { format: 'ndjson'; mark: boolean };

/** answers.csv → answers.rejects.csv, beside it */
export function defaultRejectsPath(file: string, format: 'csv' | 'ndjson'): string {
  const extension = extname(file);
  const isKnown = /^\.(csv|tsv|txt|ndjson|jsonl|json)$/i.test(extension);
  return `${isKnown ? file.slice(0, -extension.length) : file}.rejects.${format}`;
}

/** @throws Misused where rejects would be written over what is read or kept */
export function checkRejectsPath(path: string, others: readonly string[]): void {
  for (const other of others) {
    if (existsSync(path) && existsSync(other) && isSameFile(path, other)) {
      throw new Misused(`--rejects ${path} would write over ${other}`);
    }
  }
}

const isSameFile = (a: string, b: string) => {
  const [left, right] = [statSync(a), statSync(b)];
  return left.dev === right.dev && left.ino === right.ino;
};

/**
 * The rows that were refused, in the form of the file they come from, with their line and the reason. It is made at the
 * first of them, in place of one of a former run. Values stay what they are, formulas too: it is there to be imported.
 */
export class RejectsFile {
  #file: number | null = null;

  constructor(
    private readonly path: string,
    private readonly form: RejectsForm,
  ) {}

  add(row: SourceRow | Unreadable, reason: string): void {
    if (this.#file === null) {
      this.#file = openSync(this.path, 'w');
      writeSync(this.#file, this.#start());
    }
    writeSync(this.#file, this.#line(row, reason));
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }

  /** Removes the file of a former run: nothing of it is refused any more. */
  static removeFormer(path: string): void {
    rmSync(path, { force: true });
  }

  #start(): string {
    // With the mark a spreadsheet reads UTF-8, and --encoding is overruled when the file is imported.
    if (this.form.format === 'ndjson') return this.form.mark ? '\ufeff' : '';
    const names = ownCells({ names: this.form.names, values: [] }).map(([name]) => name);
    return `\ufeff${this.#csv([...names, lineColumn, errorColumn])}`;
  }

  #line(row: SourceRow | Unreadable, reason: string): string {
    if (this.form.format === 'ndjson') {
      const cells = 'names' in row ? ownCells(row) : [];
      return `${JSON.stringify({ ...Object.fromEntries(cells), [lineColumn]: row.line, [errorColumn]: reason })}\n`;
    }
    const cells = ownCells('names' in row ? row : { names: this.form.names, values: [] });
    return this.#csv([...cells.map(([, value]) => value), row.line, reason]);
  }

  #csv(values: unknown[]): string {
    const delimiter = this.form.format === 'csv' ? this.form.delimiter : ',';
    return stringify([values], { delimiter, record_delimiter: '\r\n', quote_record_delimiter: true });
  }
}
