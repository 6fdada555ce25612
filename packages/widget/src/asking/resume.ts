import type { Page } from '../page.ts';
import { askArmed } from './askArmed.ts';
import { outboxOf } from './outboxOf.ts';

/** Goes on with what other pages could not do: delivers what they left, and asks what a backend wants to know. */
export function resume(page: Page): Promise<void> {
  outboxOf(page).flush();
  return askArmed(page);
}
