import type { Store } from '../store/store.ts';

/** What every page needs. */
export interface PageSettings {
  store: Store;
  now: () => number;
  /** Base address of the collector, without a slash at its end; may have a path, which a proxy takes away. */
  publicUrl: () => string;
}
