import type { Page, VisitorMemory } from '../page.ts';
import { memoryKey, storage } from '../storage.ts';

/** What is remembered of this visitor. Other tabs write too, so it is read each time; never throws. */
export function recall(page: Page): VisitorMemory {
  try {
    return page.memory ?? JSON.parse(storage().getItem(memoryKey) as string) ?? {};
  } catch {
    return {};
  }
}

/** Keeps it. Where storage fails, this page still remembers. */
export function remember(page: Page, memory: VisitorMemory): void {
  try {
    storage().setItem(memoryKey, JSON.stringify(memory));
  } catch {
    page.memory = memory;
  }
}

export function forget(page: Page): void {
  page.memory = undefined;
  try {
    storage().removeItem(memoryKey);
  } catch {
    // Then nothing was kept.
  }
}
