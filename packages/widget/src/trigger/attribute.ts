import type { Watcher } from './watcher.ts';

const attribute = 'data-vivencia-touchpoint';

/**
 * Triggers the touchpoint that `data-vivencia-touchpoint` names: a form when it is submitted, any other element when
 * it is clicked. Delegated and in the capture phase, so that the page may stop the event or add elements later.
 */
export const watchAttributes: Watcher = (_, ended, likely) => {
  // A form's fields may be called like its methods.
  const { closest, getAttribute } = Element.prototype;
  for (const [type, kind] of [
    ['pointerdown', ''],
    ['click', ':not(form)'],
    ['submit', 'form'],
  ] as const) {
    document.addEventListener(
      type,
      (event) => {
        // Into shadow roots too. A script may click the document itself, which is in nothing.
        const target = event.composedPath()[0];
        if (!(target instanceof Element)) return;
        const element = closest.call(target, `${kind}[${attribute}]`);
        // A double click's second one ends nothing more.
        if (!element || (event as UIEvent).detail > 1) return;
        const touchpoint = getAttribute.call(element, attribute) as string;
        if (kind) ended(touchpoint, {}, element);
        else likely(touchpoint);
      },
      true,
    );
  }
};
