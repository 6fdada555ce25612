import { type EndedRecord, mistakeReasons, readRecords } from './readRecords.ts';
import type { Unreadable } from './sourceRow.ts';

/** A record of a table: the line on which it begins, and its values. */
export interface CsvRecord {
  line: number;
  values: string[];
}

/** A record is no longer than this, in bytes of UTF-8: else one quote too many would take the rest of the file. */
const longestRecord = 1024 * 1024;

const lf = 0x0a;
const cr = 0x0d;

const tooLong = 'is longer than 1 MiB, or a quote in it is never closed';

/**
 * Takes a table apart into records while its text comes in pieces. csv-parse reads the records; what is done here is
 * to know their lines (csv-parse takes CR LF inside quotes for two) and to go on after a mistake in the quoting: the
 * line on which the broken record begins is given up, and reading resumes with the line after it.
 */
export class CsvRecords {
  #rest: Buffer = Buffer.alloc(0);
  /** What came since: read with the rest once it is as much again, so that no piece is read over and over. */
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  /** How far into the rest lines are counted, and the line there. */
  #place = 0;
  #line: number;
  /** A CR that an LF may follow. */
  #held = '';
  /** Whether the rest begins inside a line that was given up. */
  #givingUp = false;
  #width: number | null = null;

  /** @param line of the file on which the text begins */
  constructor(
    private readonly delimiter: string,
    line = 1,
  ) {
    this.#line = line;
  }

  /** The records that are known to have ended. */
  push(piece: string): (CsvRecord | Unreadable)[] {
    const text = this.#held + piece;
    this.#held = text.endsWith('\r') ? '\r' : '';
    this.#keep(this.#held ? text.slice(0, -1) : text);
    return this.#waitingBytes < this.#rest.length ? [] : this.#take(false);
  }

  /** The records after which nothing comes. */
  end(): (CsvRecord | Unreadable)[] {
    this.#keep(this.#held);
    return this.#take(true);
  }

  #keep(text: string): void {
    const bytes = Buffer.from(text);
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
  }

  #take(atEnd: boolean): (CsvRecord | Unreadable)[] {
    const taken: (CsvRecord | Unreadable)[] = [];
    this.#rest = Buffer.concat([this.#rest, ...this.#waiting]);
    this.#waiting = [];
    this.#waitingBytes = 0;
    for (;;) {
      if (this.#givingUp) this.#giveUpLine();
      if (this.#givingUp) return taken;
      const { records, mistake } = readRecords(this.#rest, this.delimiter, this.#width, atEnd);
      // The last one may go on in the next piece.
      if (!mistake && !atEnd) records.pop();
      this.#width ??= records[0]?.values.length ?? null;
      for (const record of records) taken.push(this.#located(record));
      this.#drop(records.at(-1)?.end ?? 0);
      const mayGoOn = !atEnd && (mistake === null || mistake === 'CSV_QUOTE_NOT_CLOSED');
      if (mayGoOn ? this.#rest.length <= longestRecord : mistake === null) return taken;
      this.#skipBlankLines();
      taken.push({ line: this.#line, reason: mayGoOn || mistake === null ? tooLong : mistakeReasons[mistake] });
      this.#givingUp = true;
    }
  }

  /** Call for one record after the other: each begins where the one before ended. */
  #located({ values, end }: EndedRecord): CsvRecord {
    this.#skipBlankLines();
    const line = this.#line;
    while (this.#place < end) this.#step();
    return { line, values };
  }

  #skipBlankLines(): void {
    while (isBreak(this.#rest[this.#place])) this.#step();
  }

  /** Past one byte, or one line break. */
  #step(): void {
    const length = breakLength(this.#rest, this.#place);
    if (length > 0) this.#line++;
    this.#place += Math.max(1, length);
  }

  #drop(bytes: number): void {
    this.#rest = this.#rest.subarray(bytes);
    this.#place = 0;
  }

  #giveUpLine(): void {
    while (this.#place < this.#rest.length && !isBreak(this.#rest[this.#place])) this.#place++;
    this.#givingUp = this.#place === this.#rest.length;
    if (!this.#givingUp) this.#step();
    this.#drop(this.#place);
  }
}

const isBreak = (byte: number | undefined) => byte === lf || byte === cr;

const breakLength = (bytes: Buffer, place: number) =>
  isBreak(bytes[place]) ? (bytes[place] === cr && bytes[place + 1] === lf ? 2 : 1) : 0;
