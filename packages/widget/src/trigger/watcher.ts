import type { LoaderTouchpoint } from '@vivencia/contract/loaderSettings';
import type { TriggerOptions } from '../ask.ts';

/** An interaction ended at a touchpoint. Never throws. */
export type Ended = (touchpoint: string, options?: TriggerOptions, element?: Element) => void;

/**
 * Watches the page for what its touchpoints' triggers name. Never throws.
 *
 * @param likely an end is near: what asks, and the prompt, may be fetched and drawn unseen; may be called any number of
 * times, with the touchpoint where it is known
 */
export type Watcher = (
  touchpoints: Record<string, LoaderTouchpoint>,
  ended: Ended,
  likely: (touchpoint?: string) => void,
) => void;
