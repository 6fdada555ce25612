import type { PageState, VisitorMemory } from '../ask.ts';

export const storageKey = 'vivencia';

/** Global Privacy Control: nothing is remembered across visits. Merely naming a storage may throw. */
export const storage = () =>
  (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl ? sessionStorage : localStorage;

/** What is remembered of this visitor. Other tabs write too, so it is read each time; never throws. */
export function recall(page: PageState): VisitorMemory {
  try {
    return page.memory ?? JSON.parse(storage().getItem(storageKey) as string) ?? {};
  } catch {
    return {};
  }
}
