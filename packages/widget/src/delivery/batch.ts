/** The browser lets requests that outlive their page have 64 KiB between them, and the page may have some of its own. */
const batchBytes = 60 * 1024;

/**
 * As many states as one delivery takes, from the first on: one at least, however large.
 *
 * @param states each as JSON
 */
export const batch = (states: string[], most: number): string[] =>
  states.filter((_, place) => !place || (place < most && bytesOf(states.slice(0, place + 1)) <= batchBytes));

const bytesOf = (states: string[]) => new Blob([bodyOf(states)]).size;

/** The body that delivers these states. */
export const bodyOf = (states: string[]): string => (states[1] ? `[${states}]` : (states[0] as string));
