import prompts, { type PreparePrompt } from 'virtual:prompts';
import type { Ask } from '../ask.ts';
import { chooseLocale } from './chooseLocale.ts';

/** The prompt in the words that this visitor reads best. */
export async function fetchPrompt(locale?: string): Promise<PreparePrompt> {
  const wanted = [locale, document.documentElement.lang, ...navigator.languages];
  const chunk = prompts[chooseLocale(wanted, Object.keys(prompts))];
  return (await (chunk as NonNullable<typeof chunk>)()).default;
}

let rehearsal: Promise<unknown> | undefined;

/** A trigger is near. What is drawn once, and never shown, is compiled by the time it counts. */
export function rehearse(): Promise<unknown> {
  rehearsal ??= fetchPrompt().then((prepare) => prepare({} as Ask, undefined));
  return rehearsal;
}
