/* Modules that the build writes. */

/** How to fetch the prompt, by the language tags that it is for (`promptsByTag`). */
declare module 'virtual:prompts' {
  /** Draws a prompt, and returns what shows it. */
  export type PreparePrompt = (
    ask: import('./ask.ts').Ask,
    settings: Partial<import('@vivencia/contract/loaderSettings').PromptSettings> | undefined,
  ) => () => void;
  const prompts: Record<string, () => Promise<{ default: PreparePrompt }>>;
  export default prompts;
}

/** How to fetch each chat adapter, by its `triggerModule`. */
declare module 'virtual:adapters' {
  const adapters: Record<string, () => Promise<{ default: import('./trigger/watcher.ts').Watcher }>>;
  export default adapters;
}
