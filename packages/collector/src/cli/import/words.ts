import { Misused } from '../exit.ts';
import type { Field } from './field.ts';

/** What words of the file mean, field by field, as `--value` says it. */
export class Words {
  readonly #meanings = new Map<Field, Map<string, string>>();
  readonly #unseen = new Set<string>();

  /** @throws Misused where this was said already */
  add(field: Field, from: string, to: string): void {
    const ofField = this.#meanings.get(field) ?? new Map<string, string>();
    if (ofField.has(from)) throw new Misused(`--value says twice what ${field} ${from} is`);
    this.#meanings.set(field, ofField.set(from, to));
    this.#unseen.add(`${field}:${from}`);
  }

  /** What a word means; `null` where nothing was said of it. */
  meaning(field: Field, word: string): string | null {
    const to = this.#meanings.get(field)?.get(word) ?? null;
    if (to !== null && this.#unseen.size > 0) this.#unseen.delete(`${field}:${word}`);
    return to;
  }

  fields(): Iterable<Field> {
    return this.#meanings.keys();
  }

  /** What was said and has never been asked for, as `emotion:Enfado`. */
  unseen(): string[] {
    return [...this.#unseen];
  }
}
