import type { StoredResponse } from '../store/storedResponse.ts';

const iso = (moment: number) => new Date(moment).toISOString();

/** A stored response as JSON says it: as it was delivered, with its moments and its standing. */
export const exportedResponse = ({ at, received, segment, ...state }: StoredResponse) => ({
  ...state,
  segment: Object.fromEntries(segment),
  at: iso(at),
  received: iso(received),
});
