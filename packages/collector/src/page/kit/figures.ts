import type { Interval } from '../../scoring/interval.ts';
import { ordinalIn } from './ordinal.ts';

/** Writes numbers as people of a locale read them: 71, 64–77, +34, −49. */
export class Figures {
  readonly #whole;
  readonly #signed;
  readonly #decimal;
  readonly #percent;
  readonly #ordinal;

  /** @param locale BCP 47 tag */
  constructor(locale: string) {
    this.#whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'negative' });
    this.#signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
    this.#decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
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
}

const written = ({ low, high }: Interval, write: (rank: number) => string) =>
  low === high ? write(low) : `${write(low)}–${write(high)}`;

/** Some locales write a hyphen before negative numbers. */
const trueMinus = (text: string) => text.replace('-', '−');
