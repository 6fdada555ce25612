import { emotionsOffered } from '@vivencia/contract/emotionSet';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { BuiltPrompts } from '../kit/builtPrompts.ts';

/** What the prompt needs of a touchpoint's settings. */
export const promptSettingsOf = (settings: TouchpointSettings): PromptSettings => {
  const { strength, evaluation, comment, reasons, wording, position } = settings;
  return { emotions: emotionsOffered(settings.emotions), strength, evaluation, comment, reasons, wording, position };
};

/** The locale to show the prompt in: the one that was chosen, or the page's own. */
export function previewLocaleOf(chosen: string | undefined, language: string, prompts: BuiltPrompts): string {
  return [chosen, language].find((locale) => locale && prompts.has(locale)) ?? 'en';
}
