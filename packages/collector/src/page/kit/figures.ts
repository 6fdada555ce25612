import type { Interval } from '../../scoring/interval.ts';
import type { Period } from '../../stats/window.ts';
import { ordinalIn } from './ordinal.ts';

/** Writes numbers and dates as people of a locale read them: 71, 64–77, +34, −49. */
export class Figures {
  readonly #whole;
  readonly #signed;
  readonly #decimal;
  readonly #percent;
  readonly #date;
  readonly #moment;
  readonly #day;
  readonly #shortDay;
  readonly #ago;
  readonly #ordinal;
  readonly #locale;

  /** @param locale BCP 47 tag */
  constructor(locale: string) {
    this.#locale = locale;
    this.#whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'negative' });
    this.#signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
    this.#decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    this.#day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    this.#shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    this.#ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
    this.#moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    this.#ordinal = ordinalIn(locale);
  }

  whole = (x: number) => trueMinus(this.#whole.format(x));
  /** With its sign, + too: what points one way or the other. */
  signed = (x: number) => trueMinus(this.#signed.format(x));
  decimal = (x: number) => trueMinus(this.#decimal.format(x));
  /** @param share 0…1 */
  percent = (share: number) => this.#percent.format(share);
  /** 64–77 */
  interval = ({ low, high }: Interval) => `${this.whole(low)}–${this.whole(high)}`;
  /** A dash between signed numbers would read as another minus. */
  signedInterval = ({ low, high }: Interval) => `${this.signed(low)} … ${this.signed(high)}`;
  /** "2–4"; "1" where there is only one. */
  ranks = (ranks: Interval) => written(ranks, this.whole);
  /** "2nd–4th"; "1st" where there is only one. */
  ordinalRanks = (ranks: Interval) => written(ranks, this.#ordinal);
  /** "1 – 30 November 2026"; of hours, with the moments at which the first and the last began. */
  period = ({ from, to }: Period) => {
    const format = from.includes('T') ? this.#moment : this.#date;
    return format.formatRange(onTheClock(from), onTheClock(to));
  };
  /** "8 October" @param day days since 1970-01-01 */
  day = (day: number) => this.#day.format(day * dayMs);
  /** "8 Oct" */
  shortDay = (day: number) => this.#shortDay.format(day * dayMs);
  /** "12 min. ago" @param ms that have passed */
  ago = (ms: number) => {
    const [unit, length] = units.find(([, each]) => ms >= each) ?? units[2];
    return this.#ago.format(-Math.floor(ms / length), unit);
  };
  /** "3 November 2026" */
  date = (local: string) => this.#date.format(onTheClock(local));
  /** "3 Nov" */
  shortDate = (local: string) => this.#write(onTheClock(local), 'UTC', { day: 'numeric', month: 'short' });
  /** "14:00" */
  shortTime = (local: string) => this.#write(onTheClock(local), 'UTC', { timeStyle: 'short' });
  /** "3 Nov 2026, 14:00": an instant, in milliseconds since 1970, on a time zone's clock. */
  moment = (instant: number, timeZone: string) =>
    this.#write(new Date(instant), timeZone, { dateStyle: 'medium', timeStyle: 'short' });

  #write(date: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#locale, { ...options, timeZone }).format(date);
  }
}

/** A local date, or a local moment, taken as one of UTC, so that it is written as it stands on the site's clock. */
const onTheClock = (local: string) =>
  new Date(local.includes('T') ? `${local.slice(0, 'yyyy-mm-ddThh:mm'.length)}Z` : local);

const dayMs = 24 * 60 * 60 * 1000;

/** The largest unit of which at least one has passed. */
const units = [
  ['day', dayMs],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
] as const;

const written = ({ low, high }: Interval, write: (rank: number) => string) =>
  low === high ? write(low) : `${write(low)}–${write(high)}`;

/** Some locales write a hyphen before negative numbers. */
const trueMinus = (text: string) => text.replace('-', '−');
