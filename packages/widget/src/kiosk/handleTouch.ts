import type { KioskModel } from './kioskModel.ts';

/** What the screen does with touch and keys beside its choices. */
export function handleTouch(model: KioskModel): { arrive(step: Element | null): void } {
  let byKeyboard = false;
  const onThanks = () => model.round.value.step.value === 'thanks';

  // Before the choices hear of it: the tap that leads to thanks is none on it.
  addEventListener(
    'click',
    ({ detail }) => {
      byKeyboard ||= !detail;
      if (onThanks()) model.repeat();
    },
    true,
  );
  // A double tap's second one, which answered nothing.
  addEventListener('click', (event) => event.defaultPrevented && model.repeat());
  addEventListener(
    'pointerdown',
    () => {
      byKeyboard = false;
      model.touch();
    },
    true,
  );
  addEventListener(
    'keydown',
    ({ key, repeat }) => {
      byKeyboard = true;
      model.touch();
      if (onThanks() && !repeat && (key === 'Enter' || key === ' ')) model.repeat();
    },
    true,
  );
  // A finger that rests on a face wants no menu, and drags no picture.
  for (const type of ['contextmenu', 'dragstart', 'selectstart'])
    addEventListener(type, (event) => event.preventDefault());

  return {
    arrive(step) {
      // Touch has no focus to keep; a keyboard's goes on in the step that has come.
      if (!byKeyboard || !step) return;
      const choice = step.querySelector(':checked') ?? step.querySelector('input') ?? step.querySelector('h1');
      (choice as HTMLElement).focus();
    },
  };
}
