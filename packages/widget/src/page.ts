import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import type { SuppressionReason } from '@vivencia/contract/pass';
import type { PublicResponseState } from '@vivencia/contract/response';

/** What the widget tells of itself, to listeners and as `vivencia:*` events. */
export interface WidgetEvents {
  shown: PublicResponseState;
  /** Each time that the answer grows or changes. */
  answered: PublicResponseState;
  dismissed: PublicResponseState;
  /** The collector has this revision. */
  delivered: PublicResponseState & { httpStatus: number };
  /** Something will not happen: the collector refused a revision for good, or the page asked for what cannot be. */
  failed: Failure;
  suppressed: { touchpoint: string; interaction: string | number | undefined; reason: SuppressionReason };
}

/** A revision that was given up carries its state. */
export interface Failure extends Partial<PublicResponseState> {
  /** A refusal's code (api.md), `expired`, `overflow`, `unknown_command`, `invalid_touchpoint`, `duplicate_script` …  */
  problem: string;
  /** 0 where no answer came. */
  httpStatus?: number;
}

/**
 * Moments, in epoch milliseconds, by name. `touchpoint`: until when it leaves the visitor alone; the empty name: until
 * when all do; `touchpoint interaction`: when that was asked about.
 */
export type VisitorMemory = Record<string, number>;

/** What the page says of the person who is there. */
export interface Known {
  /** The host's pseudonym of them. Without a signature it is not sent: any page could speak for anybody. */
  id?: unknown;
  /** The backend's HMAC-SHA256 of the id under the site's identity secret, in hexadecimal. */
  signature?: string | undefined;
  segment?: Record<string, unknown> | undefined;
}

/** One page view, as the loader knows it and the chunks after it change it. */
export interface Page {
  settings: LoaderSettings;
  /** What follows is a test: marked, never counted, and told on the console. */
  test: boolean;
  consent: boolean;
  /** The person that the page identified. */
  known?: Known | undefined;
  /** The signature with which it was asked what that person shall be asked about: once. */
  armedFor?: string;
  /** A prompt has been shown since the page was loaded. */
  asked?: boolean;
  /** Whether that prompt is still there. */
  isOpen?(): boolean;
  /** Closes that prompt: as the person does, or silently. */
  dismiss?(silently?: boolean): void;
  /** When the page dismissed what shows and what was going to, on the clock of `performance.now()`. */
  dismissedAt?: number;
  /** The page goes away: an open prompt without an answer is left. */
  abandon?(): void;
  /** What storage does not keep. */
  memory?: VisitorMemory | undefined;
  /** Tells an event, bubbling from an element that it is about. */
  tell<E extends keyof WidgetEvents>(event: E, detail: WidgetEvents[E], element?: Element): void;
}
