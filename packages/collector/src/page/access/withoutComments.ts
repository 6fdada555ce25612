import type { Store } from '../../store/store.ts';

/** A store that knows no comment: what a page cannot read it cannot show. */
export const withoutComments = (store: Store): Store => ({
  ...store,
  readComments: async () => ({ comments: [], next: null, isCut: false }),
  readResponses: async (...args) => (await store.readResponses(...args)).map(silent),
  readResponsesById: async (...args) => (await store.readResponsesById(...args)).map(silent),
});

const silent = <T extends { comment: string | null }>(response: T): T => ({ ...response, comment: null });
