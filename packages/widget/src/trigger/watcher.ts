import type { LoaderTouchpoint } from '@vivencia/contract/loaderSettings';
import type { TriggerOptions } from '../ask.ts';

/** An interaction at this touchpoint has ended; the prompt's events bubble from the element. */
export type Ended = (touchpoint: string, options?: TriggerOptions, element?: Element) => void;

/**
 * Watches the page for one kind of signal that a touchpoint's triggers name.
 *
 * @param likely says that a trigger is near, so that what asks is fetched ahead
 */
export type Watcher = (touchpoints: Record<string, LoaderTouchpoint>, ended: Ended, likely: () => void) => void;
