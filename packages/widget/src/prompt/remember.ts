import type { Ask } from '../ask.ts';
import { recall, storage, storageKey } from '../loader/visitorMemory.ts';
import { quieten } from './quieten.ts';

/** Writes down that a prompt was shown, or answered. Where storage fails, this page still remembers. */
export function remember(ask: Ask, askedAt: number, answered: boolean): void {
  const memory = quieten(recall(ask.page), ask, askedAt, answered);
  try {
    storage().setItem(storageKey, JSON.stringify(memory));
  } catch {
    ask.page.memory = memory;
  }
}
