import { outboxPrefix, storage } from '../storage.ts';

/**
 * On the page of a kiosk that was ended: says how many answers wait on the device.
 *
 * @param mark of its site and touchpoint, or the beginning of all marks
 */
export function tellWaiting({ dataset, lastElementChild }: HTMLElement, mark: string): void {
  let waiting = 0;
  try {
    const names = Object.keys(storage()).filter((name) => name.startsWith(outboxPrefix + mark));
    waiting = new Set(names.map((name) => name.split(' ').at(-2))).size;
  } catch {
    // Without storage nothing waits.
  }
  const words = waiting === 1 ? dataset.one : dataset.many;
  if (waiting && words)
    lastElementChild?.replaceChildren(words.replace('{n}', waiting.toLocaleString(document.documentElement.lang)));
}
