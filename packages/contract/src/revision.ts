/** How a delivered revision stands to the one that is stored. */
export type RevisionOrder = 'first' | 'lower' | 'equal' | 'higher';

/**
 * The collector keeps the highest revision, so deliveries may come twice, late or out of order and end in the same
 * state: `first` is stored, `lower` is stale, `equal` must say the same, `higher` replaces the whole state.
 */
export function revisionOrder(stored: number | undefined, delivered: number): RevisionOrder {
  if (stored === undefined) return 'first';
  if (delivered < stored) return 'lower';
  return delivered === stored ? 'equal' : 'higher';
}
