import type { Binding } from './bindColumns.ts';
import type { Field } from './field.ts';
import { parsePlainNumber } from './plainNumber.ts';
import { quoted } from './quoted.ts';
import { comparable } from './readMapping.ts';
import { Rejected } from './rejected.ts';
import type { SourceRow } from './sourceRow.ts';

/** What `vivencia export` puts in front of a cell that a spreadsheet would take for a formula; see export/csvTable.ts. */
const formulaGuard = /^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/;

const truth: Record<string, boolean> = { true: true, '1': true, yes: true, false: false, '0': false, no: false };

/** A row as the mapping shows it: what each field says. `null` is absent everywhere, and so is empty text. */
export class MappedRow {
  constructor(
    readonly source: SourceRow,
    private readonly binding: Binding,
  ) {}

  /** The fields that have a column or a constant. */
  fields(): Set<Field> {
    return new Set([...this.binding.places.keys(), ...this.binding.mapping.constants.keys()]);
  }

  /** The field as the user knows it: `Score (strength)`. */
  label(field: Field): string {
    const place = this.binding.places.get(field);
    const name = place === undefined ? field : this.source.names[place];
    return name === field || name === undefined ? field : `${name} (${field})`;
  }

  /** What stands there, before it is taken for a text. */
  value(field: Field): unknown {
    const place = this.binding.places.get(field);
    const value = place === undefined ? this.binding.mapping.constants.get(field) : this.source.values[place];
    return typeof value === 'string' && this.binding.isOwnExport ? value.replace(formulaGuard, '') : value;
  }

  /** Text to the letter, as comments are kept. */
  verbatim(field: Field): string | null {
    return this.#replaced(field, this.#scalar(field, this.value(field)));
  }

  /** Text trimmed and in NFC. */
  text(field: Field): string | null {
    return comparable(this.verbatim(field) ?? '') || null;
  }

  /** The parts of a list, or of a text: at spaces as our export joins keys, elsewhere at commas, semicolons and bars. */
  texts(field: Field): string[] | null {
    const value = this.value(field);
    const parts = Array.isArray(value)
      ? value.map((part) => this.#scalar(field, part) ?? '')
      : (this.text(field)?.split(this.binding.isOwnExport ? /\s+/ : /[,;|]/) ?? []);
    const words = parts.map((part) => comparable(this.#replaced(field, part) ?? '')).filter(Boolean);
    return words.length > 0 ? words : null;
  }

  number(field: Field): number | null {
    const text = this.text(field);
    if (text === null) return null;
    if (!parsePlainNumber(text)) throw this.rejected(field, `${quoted(text)} is no plain number like 4 or 4.5`);
    return Number(text);
  }

  boolean(field: Field): boolean | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = truth[text.toLowerCase()];
    if (value === undefined) throw this.rejected(field, `${quoted(text)} is none of true, false, yes, no, 1, 0`);
    return value;
  }

  rejected(field: Field, reason: string): Rejected {
    return new Rejected(`${this.label(field)}: ${reason}`);
  }

  #scalar(field: Field, value: unknown): string | null {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'object') throw this.rejected(field, 'must be one value');
    // Beyond this JSON's numbers have been rounded already: two ids would become one.
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw this.rejected(field, 'is too large a number to be read exactly; write it in quotes');
    }
    return String(value);
  }

  #replaced(field: Field, text: string | null): string | null {
    return text === null ? null : (this.binding.mapping.words.meaning(field, comparable(text)) ?? text);
  }
}
