/* Modules that the build writes. */

/** How to fetch the prompt, by the language tags that it is for (`promptsByTag`). */
declare module 'virtual:prompts' {
  /** Puts a prompt that is drawn on the page, once, and delivers what becomes of it. */
  export type ShowPrompt = (ask: import('./ask.ts').Ask) => void;
  type OwnSettings = Partial<import('@vivencia/contract/loaderSettings').PromptSettings> | undefined;
  export interface PromptChunk {
    /** Draws a prompt, or takes the one that was rehearsed of the same object; returns what shows it. */
    prepare(own: OwnSettings): ShowPrompt;
    /** Draws one before anybody is asked. */
    rehearse(own: OwnSettings): void;
  }
  const prompts: Record<string, () => Promise<PromptChunk>>;
  export default prompts;
}

/** How to fetch each chat adapter, by its `triggerModule`. */
declare module 'virtual:adapters' {
  const adapters: Record<string, () => Promise<{ default: import('./trigger/watcher.ts').Watcher }>>;
  export default adapters;
}
