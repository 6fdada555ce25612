/** What the prompt does with focus. */
export interface Focus {
  /** A step has come: a person who uses the keyboard goes on in it. Everyone else keeps their focus. */
  arrive(step: Element | null): void;
  /** Whether the next step will be heard because focus goes to it. */
  leads(): boolean;
  /** The prompt closes: back to where focus came from, if it is inside. */
  giveBack(): void;
}

/** Keeps the prompt's keys from the page's shortcuts, closes on Escape, and leads focus from step to step. */
export function guardKeyboard(root: ShadowRoot, escaped: () => void): Focus {
  let byKeyboard = false;
  let byPointer = false;
  let cameFrom: EventTarget | null = null;

  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
      const { key, isComposing } = event as KeyboardEvent;
      // Escape that leaves an input method is not meant for us.
      if (type === 'keydown' && key === 'Escape' && !isComposing) escaped();
    });
  }
  root.addEventListener(
    'keydown',
    () => {
      byPointer = false;
      byKeyboard = true;
    },
    true,
  );
  root.addEventListener('pointerdown', () => {
    byPointer = true;
  });
  // A screen reader clicks without a pointer and counts no clicks; a label does so too, for the pointer.
  root.addEventListener(
    'click',
    (event) => {
      byKeyboard = !(event as UIEvent).detail && !byPointer;
    },
    true,
  );
  root.addEventListener('focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget;
    if (from && !root.contains(from as Node)) cameFrom = from;
  });

  return {
    arrive(step) {
      if (!step || !byKeyboard) return;
      const target =
        step.querySelector(':checked') ?? step.querySelector('input,textarea') ?? root.querySelector('.close');
      (target as HTMLElement).focus();
    },
    leads: () => byKeyboard,
    giveBack() {
      if (root.activeElement) (cameFrom as HTMLElement | null)?.focus?.();
    },
  };
}
