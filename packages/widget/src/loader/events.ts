import type { WidgetEvents } from '../page.ts';

const prefix = 'vivencia:';

/** Tells an event, bubbling from the element that it is about. */
export function emit<E extends keyof WidgetEvents>(event: E, detail: WidgetEvents[E], element: Element | undefined) {
  // A form's fields may be called like its methods.
  EventTarget.prototype.dispatchEvent.call(
    element?.isConnected ? element : document,
    new CustomEvent(prefix + event, { bubbles: true, detail }),
  );
}

/**
 * Listens to an event; the returned function stops it. A listener that throws is reported as the page's own error.
 *
 * @throws string where the listener is none
 */
export function on<E extends keyof WidgetEvents>(event: E, listener: (detail: WidgetEvents[E]) => void): () => void {
  if (typeof listener !== 'function') throw `invalid_listener: ${listener}`;
  const heard = (told: Event) => listener((told as CustomEvent).detail);
  document.addEventListener(prefix + event, heard);
  return () => document.removeEventListener(prefix + event, heard);
}
