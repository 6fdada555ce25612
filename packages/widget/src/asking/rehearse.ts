import type { Ask } from '../ask.ts';
import { fetchPrompt } from './fetchPrompt.ts';

let rehearsal: Promise<unknown> | undefined;

/**
 * A trigger is near: fetches the prompt, and has one drawn that is never shown, so that all is compiled by the time it
 * counts. Only who shows a prompt needs to know what it asks about.
 */
export function rehearse(): Promise<unknown> {
  rehearsal ??= fetchPrompt()
    .then((prepare) => prepare({} as Ask, undefined))
    .catch(() => {
      rehearsal = undefined;
    });
  return rehearsal;
}
