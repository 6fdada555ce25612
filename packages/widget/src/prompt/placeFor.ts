// :is() forgives a browser that does not know :modal.
const modal = ':is(dialog:modal,[aria-modal=true])';

/** Where a prompt may stand: in the modal dialog around its trigger, on the page, or (null) not now. */
export function placeFor(origin: Element | undefined): Element | null {
  // A form's fields may be called like its methods.
  const around = origin && Element.prototype.closest.call(origin, modal);
  // A page's own modal dialog may be there and hidden.
  const open = [...document.querySelectorAll(modal)].some((dialog) =>
    dialog.checkVisibility?.({ visibilityProperty: true }),
  );
  // Applications replace their body; a prompt about what has just ended outlives that.
  return around ?? (open ? null : document.documentElement);
}
