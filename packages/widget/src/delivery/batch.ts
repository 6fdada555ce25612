/** The browser lets requests that outlive their page have 64 KiB between them, and the page may have some of its own. */
const batchBytes = 60 * 1024;

/**
 * As many states as one delivery takes, from the first on: one at least, however large.
 *
 * @param states each as JSON
 */
export function batch(states: string[], most: number): string[] {
  let bytes = 1;
  return states.filter((state, place) => {
    bytes += new Blob([state]).size + 1;
    return !place || (place < most && bytes <= batchBytes);
  });
}

/** The body that delivers these states. */
export const bodyOf = (states: string[]): string => (states[1] ? `[${states}]` : (states[0] as string));
