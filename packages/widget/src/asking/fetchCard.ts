import type { PromptChunk } from 'virtual:prompts';
import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import type { Ask } from '../ask.ts';
import { fetchPrompt } from './fetchPrompt.ts';
import { fetchPromptSettings } from './fetchPromptSettings.ts';

/**
 * What draws a touchpoint's prompt, and what of it is settled.
 *
 * @throws where it cannot be fetched
 */
export const fetchCard = (
  settings: LoaderSettings,
  touchpoint: string,
  { locale, prompt, version }: Partial<Pick<Ask, 'locale' | 'prompt' | 'version'>> = {},
): Promise<[PromptChunk, Parameters<PromptChunk['prepare']>[0]]> =>
  Promise.all([fetchPrompt(locale), prompt ? fetchPromptSettings(settings, touchpoint, version as number) : undefined]);
