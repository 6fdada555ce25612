import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { Failed } from '../exit.ts';
import {
  addedColumns,
  errorColumn,
  idColumn,
  lineColumn,
  ownCells,
  type SourceRow,
  type Unreadable,
} from './sourceRow.ts';

/** How a file of rejects is written, so that it can be imported with the options of the file it comes from. */
export type RejectsForm =
  | { format: 'csv'; names: readonly string[]; delimiter: string }
  /** `mark`: begin with a byte order mark, because UTF-8 is not what the options say. */
  | { format: 'ndjson'; mark: boolean };

/** A row that was refused. */
export interface Reject {
  row: SourceRow | Unreadable;
  reason: string;
  /** The id that was made of the row; `null` where the file gives it one, or it could not be read. */
  madeId: string | null;
}

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

  /** @throws Failed where it cannot be written */
  add(reject: Reject): void {
    try {
      if (this.#file === null) {
        this.#file = openSync(this.path, 'w');
        writeFileSync(this.#file, this.#start());
      }
      writeFileSync(this.#file, this.#line(reject));
    } catch (error) {
      throw new Failed(`${this.path} cannot be written: ${(error as Error).message}`);
    }
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
    const names = ownCells({ names: this.form.names }).map(([name]) => name);
    return `\ufeff${this.#csv([...names, ...addedColumns])}`;
  }

  #line({ row, reason, madeId }: Reject): string {
    if (this.form.format === 'ndjson') {
      const added = { [lineColumn]: row.line, [errorColumn]: reason, ...(madeId && { [idColumn]: madeId }) };
      return `${JSON.stringify({ ...Object.fromEntries(ownCells(row)), ...added })}\n`;
    }
    const cells = ownCells('names' in row ? row : { names: this.form.names });
    return this.#csv([...cells.map(([, value]) => value), row.line, reason, madeId]);
  }

  #csv(values: unknown[]): string {
    const delimiter = this.form.format === 'csv' ? this.form.delimiter : ',';
    return stringify([values], { delimiter, record_delimiter: '\r\n', quote_record_delimiter: true });
  }
}
