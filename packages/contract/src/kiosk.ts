import type { Emotion } from './emotion.ts';

/** What the page of a kiosk is told: all that it asks and says, so that it needs nothing more while it has no network. */
export interface KioskPage {
  /** Stands for site and touchpoint where the device keeps what it has not delivered: no key of the site is on the page. */
  mark: string;
  touchpoint: string;
  version: number;
  /** BCP 47 tag of its words. */
  locale: string;
  /** By valence, the positive ones first. */
  emotions: readonly Emotion[];
  /** Whether it asks how strongly. */
  strength: boolean;
  words: KioskWords;
}

export interface KioskWords {
  question: string;
  emotions: Partial<Record<Emotion, string>>;
  strength: string;
  /** Strengths 1…5. */
  strengths: readonly string[];
  thanks: string;
  back: string;
  skip: string;
}

/**
 * With this header a kiosk's address says that it is the collector that answers, and not a hotel's network: the edition
 * of its page, which is another one when anything of it is, or `kioskEnded`.
 */
export const kioskHeader = 'vivencia-kiosk';
export const kioskEnded = 'ended';
