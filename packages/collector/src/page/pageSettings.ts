import type { RefusalCode } from '@vivencia/contract/refusal';
import type { ClientPrefix } from '../http/clientPrefix.ts';
import type { Store } from '../store/store.ts';
import type { BuiltPrompts } from './kit/builtPrompts.ts';

/** What every page needs. */
export interface PageSettings {
  store: Store;
  now: () => number;
  /** Base address of the collector, without a slash at its end; may have a path, which a proxy takes away. */
  publicUrl: () => string;
  /** Tells networks apart where too much comes from one; absent: there is no telling. */
  prefixes?: ClientPrefix;
  /** Told of every refusal that is said in a page. */
  refused?: (code: RefusalCode) => void;
  widget: { prompts: BuiltPrompts };
}
