import { dateOfDay, dayOf } from '../../tally/bucket.ts';

/** The first and the last of the moments it is told, as local dates. */
export class DateSpan {
  #first = Infinity;
  #last = -Infinity;

  constructor(private readonly timeZone: string) {}

  /** @param moment milliseconds since 1970 */
  note(moment: number): void {
    this.#first = Math.min(this.#first, moment);
    this.#last = Math.max(this.#last, moment);
  }

  dates(): { from: string; to: string } | { from: null; to: null } {
    if (this.#first > this.#last) return { from: null, to: null };
    const [from, to] = [this.#first, this.#last].map((moment) => dateOfDay(dayOf(moment, this.timeZone)));
    return { from: from as string, to: to as string };
  }
}
