import type { Period } from '../../stats/window.ts';

const styles = {
  /** 3 November 2026 */
  long: { dateStyle: 'long' },
  /** 3 November 2026 at 14:00 */
  longMoment: { dateStyle: 'long', timeStyle: 'short' },
  /** 3 Nov 2026 */
  medium: { dateStyle: 'medium' },
  /** 3 Nov 2026, 14:00 */
  mediumMoment: { dateStyle: 'medium', timeStyle: 'short' },
  /** 3 November */
  day: { day: 'numeric', month: 'long' },
  /** 3 Nov */
  shortDay: { day: 'numeric', month: 'short' },
  /** 14:00 */
  time: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type Style = keyof typeof styles;

/** Writes dates, times and how long ago something was as people of a locale read them. */
export class Dates {
  readonly #locale;
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  /** @param locale BCP 47 tag */
  constructor(locale: string) {
    this.#locale = locale;
  }

  /** "1 – 30 November 2026"; of hours, with the moments at which the first and the last began. */
  period = ({ from, to }: Period) =>
    this.#format(from.includes('T') ? 'longMoment' : 'long').formatRange(onTheClock(from), onTheClock(to));
  /** "3 November 2026" @param local date */
  date = (local: string) => this.#format('long').format(onTheClock(local));
  /** "3 Nov" @param local date */
  shortDate = (local: string) => this.#format('shortDay').format(onTheClock(local));
  /** "14:00" @param local moment */
  shortTime = (local: string) => this.#format('time').format(onTheClock(local));
  /** "3 November" @param day local date, as days since 1970-01-01 */
  day = (day: number) => this.#format('day').format(day * dayMs);
  /** "3 Nov" @param day as in `day` */
  shortDay = (day: number) => this.#format('shortDay').format(day * dayMs);
  /** "3 Nov 2026" @param day as in `day` */
  dayOfYear = (day: number) => this.#format('medium').format(day * dayMs);
  /** "3 Nov 2026": the date of an instant, in milliseconds since 1970, on a time zone's clock. */
  dateOf = (instant: number, timeZone: string) => this.#format('medium', timeZone).format(instant);
  /** "3 Nov 2026, 14:00" */
  moment = (instant: number, timeZone: string) => this.#format('mediumMoment', timeZone).format(instant);

  /**
   * How long ago an instant was, as people say it.
   *
   * @param instant, now milliseconds since 1970
   * @example new Dates('en').ago(0, 120_000) // '2 minutes ago'
   */
  ago = (instant: number, now: number) => {
    const format = new Intl.RelativeTimeFormat(this.#locale, { numeric: 'auto' });
    const seconds = Math.max(0, Math.floor((now - instant) / 1000));
    const unit = units.find(([, length]) => seconds >= length);
    // A moment is "now" where it was this minute: nobody counts seconds on a page that does not move.
    return unit ? format.format(-Math.floor(seconds / unit[1]), unit[0]) : format.format(0, 'second');
  };

  /** Each is made once: that takes half a millisecond, and a table has many rows. */
  #format(style: Style, timeZone = 'UTC'): Intl.DateTimeFormat {
    const key = `${style} ${timeZone}`;
    const made = this.#formats.get(key) ?? new Intl.DateTimeFormat(this.#locale, { ...styles[style], timeZone });
    this.#formats.set(key, made);
    return made;
  }
}

/** A local date, or a local moment, taken as one of UTC, so that it is written as it stands on the site's clock. */
const onTheClock = (local: string) =>
  new Date(local.includes('T') ? `${local.slice(0, 'yyyy-mm-ddThh:mm'.length)}Z` : local);

const dayMs = 24 * 60 * 60 * 1000;

/** Units of a past moment, each with its length in seconds; the first that fits says it. */
const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
