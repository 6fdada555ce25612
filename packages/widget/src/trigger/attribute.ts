import type { Watcher } from './watcher.ts';

/**
 * Triggers the touchpoint that `data-vivencia-touchpoint` names: a form when it is submitted, any other element when
 * it is clicked. Delegated and in the capture phase, so that the page may stop the event or add elements later.
 */
export const watchAttributes: Watcher = (_, ended, likely) => {
  for (const [type, kind] of [
    ['pointerdown', ''],
    ['click', ':not(form)'],
    ['submit', 'form'],
  ] as const) {
    document.addEventListener(
      type,
      (event) => {
        // Into shadow roots too. A script may click the document itself, which is in nothing.
        const target = event.composedPath()[0] as Partial<Element>;
        const element = target.closest?.<HTMLElement>(`${kind}[data-vivencia-touchpoint]`);
        // A double click's second one ends nothing more.
        if (!element || (event as UIEvent).detail > 1) return;
        if (kind) ended(element.dataset.vivenciaTouchpoint as string, {}, element);
        else likely();
      },
      true,
    );
  }
};
