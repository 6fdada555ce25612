/** The build writes this module: how to fetch the prompt, by the language tags that it is for (`promptsByTag`). */
declare module 'virtual:prompts' {
  import type { PromptSettings } from '@vivencia/contract/loaderSettings';
  import type { Ask } from '../ask.ts';

  const prompts: Record<string, () => Promise<{ default(ask: Ask, settings: PromptSettings | undefined): void }>>;
  export default prompts;
}
