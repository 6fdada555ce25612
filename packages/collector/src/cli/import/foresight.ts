import { createHash } from 'node:crypto';
import { revisionOrder } from '@vivencia/contract/revision';
import { overflowKey } from '@vivencia/contract/touchpoint';
import type { AcceptedState, Delivery, DeliveryResult } from '../../store/delivery.ts';
import type { Store, StoredResponse } from '../../store/store.ts';

/** Rows of a file mostly follow each other in time as in the store, so a page of it serves many. */
const responsesInOneRead = 64;

/** What is known of an answer. */
interface Known {
  revision: number;
  closed: boolean;
  /** Whether a state says what it says. */
  isSame(state: AcceptedState): boolean;
}

/**
 * What the store would say to deliveries, found out by reading only. What it cannot foretell: reasons that a touchpoint
 * never had, and what other deliveries change meanwhile.
 */
export class Foresight {
  /** What the file has said so far, by the id of an answer. Ids that are made of rows never come twice. */
  readonly #told = new Map<string, Known>();

  constructor(
    private readonly store: Store,
    private readonly site: number,
    private readonly hasOwnIds: boolean,
  ) {}

  async results(deliveries: Delivery[]): Promise<DeliveryResult[]> {
    const stored = await this.#stored(deliveries.map(({ state }) => state.id));
    return deliveries.map(({ state }) => {
      const result = foretell(this.#told.get(state.id) ?? stored.get(state.id), state);
      if (this.hasOwnIds && 'outcome' in result && /^(stored|amended)$/.test(result.outcome)) {
        const content = contentOf(state);
        const isSame = (other: AcceptedState) => contentOf(other).equals(content);
        this.#told.set(state.id, { revision: state.revision, closed: false, isSame });
      }
      return result;
    });
  }

  async #stored(ids: string[]): Promise<Map<string, Known>> {
    const found = new Map<string, Known>();
    let page = new Map<string, StoredResponse>();
    let readTo = '';
    for (const id of ids.toSorted()) {
      if (id > readTo) {
        const responses = await this.store.readResponses(this.site, idBefore(id), responsesInOneRead);
        page = new Map(responses.map((response) => [response.id, response]));
        readTo = responses.length < responsesInOneRead ? beyondIds : (responses.at(-1)?.id ?? beyondIds);
      }
      const response = page.get(id);
      if (!response) continue;
      const { revision, closed } = response;
      found.set(id, { revision, closed, isSame: (state) => isStored(response, state) });
    }
    return found;
  }
}

/** Sorts behind every id. */
const beyondIds = 'g';

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

/** The id right before another, in their order; `null` before the first. */
function idBefore(id: string): string | null {
  const number = BigInt(`0x${id.replaceAll('-', '')}`);
  if (number === 0n) return null;
  const hex = (number - 1n).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
