import type { LoaderSettings, LoaderTouchpoint } from '@vivencia/contract/loaderSettings';
import type { SuppressionReason } from '@vivencia/contract/pass';
import type { Channel, PublicResponseState } from '@vivencia/contract/response';
import type { Known, Page } from './page.ts';

/** What the host page may say about the interaction that ended. */
export interface TriggerOptions {
  /** The host's id of the interaction; it is asked about once. */
  interaction?: string | number | undefined;
  /** When it ended, if that is not now: a date, epoch milliseconds or ISO 8601. */
  endedAt?: Date | number | string | undefined;
  unexpected?: boolean | undefined;
  segment?: Record<string, unknown> | undefined;
  locale?: string | undefined;
  /** The prompt stands in the flow of this element instead of floating over the page. */
  container?: Element | undefined;
  delayMs?: number | undefined;
}

/** As a command passes it on. */
export interface Said extends TriggerOptions {
  /** `vivencia('show')`: the host has decided, quiet rules or not. */
  forced?: boolean | undefined;
}

/**
 * One interaction that ended, with everything that is settled or said about it. The ask chunk makes it, and hands it to
 * the prompt chunk, which draws the prompt, and returns what shows it.
 */
export interface Ask extends LoaderSettings, Omit<Partial<LoaderTouchpoint>, keyof Said>, Said {
  page: Page;
  touchpoint: string;
  /** When it was triggered, on the clock of `performance.now()`, which does not jump. */
  at: number;
  /** The person, as the page knew them then. */
  known?: Known | undefined;
  /** A backend told of it, and has counted it. */
  armed?: { channel?: Channel | undefined } | undefined;
  /** The element that the trigger came from. */
  element: Element | undefined;
  tell: Page['tell'];
  /** Says why this interaction is not asked about, and counts it. */
  suppress(reason: SuppressionReason): void;
  /** The prompt is there: counts the interaction among those that were asked about. */
  asked(): unknown;
  /** The page's visitor was asked at a moment (epoch ms), and has answered or not: they are left alone from then on. */
  remember(askedAt: number, answered: boolean): void;
  deliver(state: PublicResponseState, since: number): void;
}
