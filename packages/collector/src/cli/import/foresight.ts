import { createHash } from 'node:crypto';
import { revisionOrder } from '@vivencia/contract/revision';
import { overflowKey } from '@vivencia/contract/touchpoint';
import type { AcceptedState, Delivery, DeliveryResult } from '../../store/delivery.ts';
import type { Store } from '../../store/store.ts';
import { OfferedReasons } from './offeredReasons.ts';

/** What is known of an answer. */
interface Known {
  revision: number;
  closed: boolean;
  /** Whether a state says what it says. */
  isSame(state: AcceptedState): boolean;
}

/** What the store would say to deliveries, found out by reading only: all but what other deliveries change meanwhile. */
export class Foresight {
  /** What the file has said so far, by the id of an answer. */
  readonly #told = new Map<string, Known>();
  readonly #reasons: OfferedReasons;

  /** @param mayRepeatIds whether the file may say one answer twice; what it said is remembered only then */
  constructor(
    private readonly store: Store,
    private readonly site: number,
    private readonly mayRepeatIds: boolean,
  ) {
    this.#reasons = new OfferedReasons(store, site);
  }

  async results(deliveries: Delivery[]): Promise<DeliveryResult[]> {
    const stored = await this.#stored(deliveries.map(({ state }) => state.id));
    const results: DeliveryResult[] = [];
    for (const { state } of deliveries) {
      const foretold = foretell(this.#told.get(state.id) ?? stored.get(state.id), state);
      const isWritten = 'outcome' in foretold && (foretold.outcome === 'stored' || foretold.outcome === 'amended');
      const isOffered = !isWritten || (await this.#offers(state));
      results.push(isOffered ? foretold : neverOffered);
      if (isWritten && isOffered && this.mayRepeatIds) this.#tell(state);
    }
    return results;
  }

  async #offers({ touchpoint, reasons }: AcceptedState): Promise<boolean> {
    if (reasons.length === 0) return true;
    const offered = await this.#reasons.of(touchpoint);
    return reasons.every((reason) => offered.has(reason));
  }

  #tell(state: AcceptedState): void {
    const content = contentOf(state);
    const isSame = (other: AcceptedState) => contentOf(other).equals(content);
    this.#told.set(state.id, { revision: state.revision, closed: false, isSame });
  }

  async #stored(ids: string[]): Promise<Map<string, Known>> {
    const responses = await this.store.readResponsesById(this.site, ids);
    return new Map(
      responses.map((response) => {
        const { id, revision, closed } = response;
        return [id, { revision, closed, isSame: (state) => isStored(response, state) }];
      }),
    );
  }
}

/** As the store says it; see store/sqlite/stateRecorder.ts. */
const neverOffered: DeliveryResult = {
  refused: 'invalid_response',
  path: 'reasons',
  reason: 'names a reason this touchpoint never had',
};

function foretell(known: Known | undefined, state: AcceptedState): DeliveryResult {
  switch (revisionOrder(known?.revision, state.revision)) {
    case 'first':
      return { outcome: 'stored' };
    case 'lower':
      return { outcome: 'stale' };
    case 'equal':
      return known?.isSame(state) ? { outcome: 'unchanged' } : { refused: 'revision_conflict' };
    case 'higher':
      return known?.closed ? { refused: 'response_closed' } : { outcome: 'amended' };
  }
}

/** Whether a delivery says what is stored; what was counted as `other` or deleted with age may have been the same. */
function isStored(stored: AcceptedState, state: AcceptedState): boolean {
  const names = Object.keys(state) as (keyof AcceptedState)[];
  return names.every((name) => {
    if (name === 'touchpoint' && stored.touchpoint === overflowKey) return true;
    if ((name === 'comment' || name === 'respondent') && stored[name] === null) return true;
    return JSON.stringify(stored[name]) === JSON.stringify(state[name]);
  });
}

/** A state in 16 bytes; the store's own order of names does not matter, because these are all deliveries. */
const contentOf = (state: AcceptedState) => createHash('sha256').update(JSON.stringify(state)).digest().subarray(0, 16);
