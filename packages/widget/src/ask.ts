import type { LoaderSettings, LoaderTouchpoint } from '@vivencia/contract/loaderSettings';
import type { Pass, SuppressionReason } from '@vivencia/contract/pass';
import type { PublicResponseState } from '@vivencia/contract/response';

/** What the host page may say about the interaction that ended. */
export interface TriggerOptions {
  /** The host's id of the interaction; it is asked about once. */
  interaction?: string | number | undefined;
  /** When it ended, if that is not now: a date, epoch milliseconds or ISO 8601. */
  endedAt?: Date | number | string;
  unexpected?: boolean;
  segment?: Record<string, unknown>;
  locale?: string;
  /** The prompt stands in the flow of this element instead of floating over the page. */
  container?: Element;
  delayMs?: number;
  /** As `vivencia('show')` sets it: the host has decided, quiet rules or not. */
  forced?: boolean;
}

/** What the widget tells of itself, to listeners and as `vivencia:*` events. */
export interface WidgetEvents {
  shown: PublicResponseState;
  /** Each time that the answer grows or changes. */
  answered: PublicResponseState;
  dismissed: PublicResponseState;
  /** The collector has this revision. */
  delivered: PublicResponseState & { httpStatus: number };
  /** The collector refused this revision for good. */
  failed: PublicResponseState & { httpStatus: number };
  suppressed: { touchpoint: string; interaction: string | number | undefined; reason: SuppressionReason };
}

/**
 * Moments, in epoch milliseconds, by name. `touchpoint`: until when it leaves the visitor alone; the empty name: until
 * when all do; `touchpoint interaction`: when that was asked about.
 */
export type VisitorMemory = Record<string, number>;

/** What the page's commands and prompts change while it lives. */
export interface PageState {
  test: boolean;
  consent: boolean;
  /** Of the person that the page identified. */
  segment?: Record<string, unknown> | undefined;
  /** A prompt has been shown since the page was loaded. */
  asked?: boolean;
  /** Whether that prompt is still there. */
  isOpen?(): boolean;
  dismiss?(): void;
  /** What storage does not keep. */
  memory?: VisitorMemory | undefined;
}

/**
 * One interaction that ended, with everything that is settled or said about it. The loader hands it to the prompt chunk,
 * whose default export shows the prompt.
 */
export interface Ask extends LoaderSettings, Partial<LoaderTouchpoint>, TriggerOptions {
  page: PageState;
  touchpoint: string;
  /** When it was triggered, on the clock of `performance.now()`, which does not jump. */
  at: number;
  /** The element that the trigger came from. */
  element: Element | undefined;
  tell<E extends keyof WidgetEvents>(event: E, detail: WidgetEvents[E]): void;
  suppress(reason: SuppressionReason): void;
  /** Counts the interaction among those that passed the touchpoint. */
  pass(outcome: Pass['outcome'], reason?: SuppressionReason): void;
}
