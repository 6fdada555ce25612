import { closesAfterMs, maximumAgeMs } from '@vivencia/contract/response';
import { revisionOrder } from '@vivencia/contract/revision';
import { overflowKey } from '@vivencia/contract/touchpoint';
import type Database from 'better-sqlite3';
import { transition } from '../../tally/transition.ts';
import type { AcceptedState, Delivery, DeliveryResult } from '../delivery.ts';
import { idBytes } from '../idBytes.ts';
import { prepareAnsweredByAnother } from './answeredByAnother.ts';
import { prepareDisarm } from './interactionRecorder.ts';
import { type ResponseRow, type StateNumbers, standingBits, stateColumns, talliedOf } from './responseRow.ts';
import { prepareResponses } from './responseStatements.ts';
import type { SiteDirectory } from './siteDirectory.ts';
import type { TouchpointEntry } from './siteEntry.ts';
import type { TallyWriter } from './tallyWriter.ts';

/** Applies deliveries one after the other, inside a transaction of the caller's. */
export class StateRecorder {
  readonly #statements;
  readonly #disarm;
  readonly #answeredByAnother;

  constructor(
    connection: Database.Database,
    private readonly directory: SiteDirectory,
    private readonly tally: TallyWriter,
  ) {
    this.#statements = prepareResponses(connection);
    this.#disarm = prepareDisarm(connection);
    this.#answeredByAnother = prepareAnsweredByAnother(connection);
  }

  record(delivery: Delivery): DeliveryResult {
    const { site, state } = delivery;
    if (this.directory.timeZone(site) === null) return { refused: 'unknown_site' };
    const key = { id: idBytes(state.id), site };
    const stored = this.#statements.read(key);
    const isAnswered = stored !== undefined && stored.answeredAfter !== null;
    // Of the links to one interaction, and the pages that ask about it, one answer is enough.
    const isOfLink = state.invitation === state.id;
    if (isOfLink && !isAnswered && this.#answeredByAnother(key)) return { refused: 'invitation_used' };
    switch (revisionOrder(stored?.revision, state.revision)) {
      case 'first':
        return this.#store(delivery);
      case 'lower':
        this.#note(stored as ResponseRow, delivery);
        return { outcome: 'stale' };
      case 'equal':
        return this.#compare(stored as ResponseRow, delivery);
      case 'higher':
        return this.#amend(stored as ResponseRow, delivery);
    }
  }

  #store(delivery: Delivery): DeliveryResult {
    const { site, state, received, moment } = delivery;
    const numbers = this.#ensureNumbers(site, state);
    if ('refused' in numbers) return numbers;
    const row: ResponseRow = {
      id: idBytes(state.id),
      site,
      at: moment,
      receivedAfter: received - moment,
      answeredAfter: state.status === 'answered' ? received - moment : null,
      prompted: wasPrompted(delivery),
      standing: delivery.quarantined ? standingBits.quarantined : 0,
      ...columnsOf(delivery, numbers),
    };
    this.#statements.insert(row);
    if (row.interaction !== null) this.#disarm({ site, interaction: row.interaction });
    this.#setComment(row, null, state.comment);
    this.#count(null, row);
    return { outcome: 'stored' };
  }

  #amend(stored: ResponseRow, delivery: Delivery): DeliveryResult {
    const { site, state, received } = delivery;
    // Its id is in the link, which others may have; who goes on with the answer comes by the link, and says so.
    if (delivery.isAnybodys && stored.invitation === state.id) return { refused: 'invitation_used' };
    const closesAt = stored.answeredAfter === null ? Infinity : stored.at + stored.answeredAfter + closesAfterMs;
    if (received > closesAt) return { refused: 'response_closed' };
    const numbers = this.#ensureNumbers(site, state);
    if ('refused' in numbers) return numbers;
    const row = { ...this.#noted(stored, delivery), ...columnsOf(delivery, numbers) };
    this.#statements.replace(row);
    if (row.interaction !== null && row.interaction !== stored.interaction)
      this.#disarm({ site, interaction: row.interaction });
    this.#setComment(row, this.#commentOf(stored), state.comment);
    this.#count(stored, row);
    return { outcome: 'amended' };
  }

  #compare(row: ResponseRow, delivery: Delivery): DeliveryResult {
    const { site, state } = delivery;
    // Its touchpoint may be on the way into another one.
    const stored = this.directory.asCounted(row);
    const delivered = columnsOf(delivery, this.#lookUpNumbers(site, state));
    const comment = this.#commentOf(stored);
    // How late it was sent is not part of what it says.
    if (delivery.latencyLost || wasLatencyLost(stored)) delivered.latencyMs = stored.latencyMs;
    // Its touchpoint may have been declared since, and what retention deletes was said all the same.
    if (stored.touchpoint === this.directory.touchpoint(site, overflowKey)?.id)
      delivered.touchpoint = stored.touchpoint;
    const mayBeRetired = delivery.received - stored.at >= dayMs;
    if (mayBeRetired && stored.respondent === null) delivered.respondent = null;
    const same =
      Object.entries(delivered).every(([name, value]) => sameValue(value, stored[name as keyof ResponseRow])) &&
      (state.comment === comment || (mayBeRetired && comment === null));
    if (!same) return { refused: 'revision_conflict' };
    this.#note(row, delivery);
    return { outcome: 'unchanged' };
  }

  /** Keeps what even a late delivery tells: that it was shown, and since when it has been answered. */
  #note(stored: ResponseRow, delivery: Delivery): void {
    const noted = this.#noted(stored, delivery);
    if (noted.prompted === stored.prompted && noted.answeredAfter === stored.answeredAfter) return;
    this.#statements.replace(noted);
    this.#count(stored, noted);
  }

  #noted(stored: ResponseRow, delivery: Delivery): ResponseRow {
    const answeredNow = delivery.state.status === 'answered' ? delivery.received - stored.at : null;
    return {
      ...stored,
      prompted: Math.max(stored.prompted, wasPrompted(delivery)),
      answeredAfter: stored.answeredAfter ?? answeredNow,
    };
  }

  #count(before: ResponseRow | null, after: ResponseRow): void {
    this.tally.add(after.site, transition(before && this.#tallied(before), this.#tallied(after)));
  }

  #tallied(row: ResponseRow) {
    return talliedOf(row, this.directory.timeZone(row.site) as string, this.directory.channelSegment(row));
  }

  #ensureNumbers(site: number, state: AcceptedState): StateNumbers | (DeliveryResult & { refused: string }) {
    // Reasons are judged before anything is created, so that a refusal leaves no trace.
    const known = this.directory.touchpoint(site, state.touchpoint);
    const unknown = state.reasons.findIndex((reason) => !known?.reasons.has(reason));
    if (unknown >= 0) {
      return { refused: 'invalid_response', path: 'reasons', reason: 'names a reason this touchpoint never had' };
    }
    const touchpoint = known ?? this.directory.ensureTouchpoint(site, state.touchpoint);
    return numbersOf(state, touchpoint, (name, value) => this.directory.ensureSegment(site, name, value));
  }

  #lookUpNumbers(site: number, state: AcceptedState): StateNumbers {
    const touchpoint = this.directory.touchpoint(site, state.touchpoint);
    return numbersOf(state, touchpoint, (name, value) => this.directory.segment(site, name, value) || neverStored);
  }

  #commentOf({ id, site }: ResponseRow): string | null {
    return this.#statements.readComment({ id, site });
  }

  #setComment({ id, site, at }: ResponseRow, before: string | null, after: string | null): void {
    if (after === before) return;
    if (after === null) this.#statements.removeComment({ id, site });
    else this.#statements.writeComment({ id, site, text: after, at });
  }
}

/** Stands for a segment that nothing stored can have. */
const neverStored = -1;

/** Retention deletes no comment or name earlier than this, in milliseconds. */
const dayMs = 24 * 60 * 60 * 1000;

/** Whether a row's first delivery was so late that its latency was taken as not known. */
const wasLatencyLost = ({ latencyMs, receivedAfter }: ResponseRow) =>
  latencyMs === null && receivedAfter === maximumAgeMs;

const wasPrompted = ({ fromBackend, state }: Delivery) => Number(!fromBackend || state.status === 'shown');

const columnsOf = (delivery: Delivery, numbers: StateNumbers) => {
  const columns = stateColumns(delivery.state, numbers);
  return delivery.latencyLost ? { ...columns, latencyMs: null } : columns;
};

function numbersOf(
  state: AcceptedState,
  touchpoint: TouchpointEntry | null,
  segment: (name: string, value: string) => number,
): StateNumbers {
  return {
    touchpoint: touchpoint?.id ?? 0,
    locale: state.locale ? segment('locale', state.locale) : 0,
    segments: [...new Set(state.segment.map(([name, value]) => segment(name, value)))],
    reasons: state.reasons.map((reason) => touchpoint?.reasons.get(reason) ?? 0),
  };
}

const sameValue = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
