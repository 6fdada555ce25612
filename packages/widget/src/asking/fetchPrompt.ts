import prompts, { type PromptChunk } from 'virtual:prompts';
import { chooseLocale } from './chooseLocale.ts';

/** The prompt in the words that this visitor reads best. */
export async function fetchPrompt(locale?: string): Promise<PromptChunk> {
  const wanted = [locale, document.documentElement.lang, ...navigator.languages];
  const chunk = prompts[chooseLocale(wanted, Object.keys(prompts))];
  return (chunk as NonNullable<typeof chunk>)();
}
