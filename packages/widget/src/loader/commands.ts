import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import type { PageState, TriggerOptions } from '../ask.ts';
import { createAsking } from './asking.ts';
import { on } from './events.ts';
import { storage, storageKey } from './visitorMemory.ts';

/** What `vivencia(command, …)` runs. */
export function createCommands(settings: LoaderSettings, test: boolean) {
  const page: PageState = { test, consent: true };
  const trigger = createAsking(settings, page);
  return {
    trigger,
    /** Asks whatever the quiet rules say, and without delay. */
    show: (touchpoint: string, options?: TriggerOptions) =>
      trigger(touchpoint, { delayMs: 0, ...options, forced: true }),
    dismiss: () => page.dismiss?.(),
    on,
    /** Marks what follows as a test. */
    debug(marked: boolean) {
      page.test = marked;
    },
    consent(given: boolean) {
      page.consent = given;
    },
    /**
     * Keeps the person's segment. The id is not sent: a pseudonym is honoured only with the backend's signature, which
     * the collector does not check yet, and an unsigned one would let any page speak for anybody.
     */
    identify(_id: string, known?: { signature?: string; segment?: Record<string, unknown> }) {
      page.segment = known?.segment;
    },
    reset() {
      page.segment = page.memory = undefined;
      storage().removeItem(storageKey);
    },
  };
}

export type Commands = ReturnType<typeof createCommands>;
