import { pathPart } from './address.ts';
import { batchesOf } from './batches.ts';
import type { CallOptions } from './callOptions.ts';
import { isoTime } from './isoTime.ts';
import { newId } from './newId.ts';
import { readChunks } from './readChunks.ts';
import type { ExportFormat, ResponsesQuery } from './responseQuery.ts';
import type { ResponseState, Status, StoredResponse } from './responseState.ts';
import type { Transport } from './transport.ts';
import type { ErrorCode } from './vivenciaError.ts';

/** A state to send; what is absent is added. */
export interface ResponseToSend extends Omit<ResponseState, 'id' | 'revision' | 'status' | 'at' | 'ageMs'> {
  /** Absent, a new one. Give your own where you may send it again yourself: then nothing counts twice. */
  id?: string | undefined;
  /** Absent, 0; say 1, 2, … to correct what was sent with the same id. */
  revision?: number | undefined;
  /** Absent, `answered`. */
  status?: Status | undefined;
  /** When it was answered; absent, now. */
  at?: Date | string | null | undefined;
}

/** `unchanged`: it was there already; `stale`: a later revision was. */
export type Outcome = 'stored' | 'amended' | 'unchanged' | 'stale';

export interface Sent {
  id: string;
  outcome: Outcome;
}

/** What became of one state of many. `id` is null where what was given is none. */
export type DeliveryResult =
  | { id: string | null; outcome: Outcome; code?: undefined }
  | { id: string | null; outcome: 'refused'; code: ErrorCode };

interface Page {
  responses: StoredResponse[];
  next: string | null;
}

const path = '/v1/responses';

export function responses(transport: Transport) {
  /**
   * Sends one answer, or many: up to 50 travel together, one after another, and results come in the order of what was
   * sent. Repeated by itself, because an id with its revision is counted once.
   *
   * @throws VivenciaError also where a single state is refused; of many, each result says so for itself. Where it fails
   * in the middle, batches before that are stored: send all again, with the ids that you gave.
   */
  function send(state: ResponseToSend, options?: CallOptions): Promise<Sent>;
  function send(states: readonly ResponseToSend[], options?: CallOptions): Promise<DeliveryResult[]>;
  async function send(given: ResponseToSend | readonly ResponseToSend[], options?: CallOptions) {
    if (!isMany(given)) return transport.post<Sent>(path, completed(given), options);
    const results: DeliveryResult[] = [];
    for (const batch of batchesOf(given.map(completed))) {
      results.push(...(await transport.post<{ results: DeliveryResult[] }>(path, batch, options)).results);
    }
    return results;
  }

  /** All responses, page by page as they are wanted: `for await (const response of client.responses.list())`. */
  async function* list(
    query: ResponsesQuery & { limit?: number | undefined } = {},
    options?: CallOptions,
  ): AsyncGenerator<StoredResponse, void, undefined> {
    let cursor: string | null | undefined;
    do {
      const page: Page = await transport.get(path, { ...query, cursor }, options);
      yield* page.responses;
      cursor = page.next;
    } while (cursor);
  }

  /**
   * A file of all responses, in chunks of bytes as they arrive: `await writeFile('answers.csv', client.responses.export())`.
   * It may take longer than a deadline. An attempt is made again until the first chunk, not in the middle.
   */
  async function* exportFile(
    query: ResponsesQuery & { format?: ExportFormat | undefined } = {},
    options?: CallOptions,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    yield* readChunks(await transport.open(path, { format: 'csv', ...query }, options), options?.signal);
  }

  return {
    send,
    list,
    export: exportFile,

    /** One response, by its id; an invitation's is its own. */
    get: (id: string, options?: CallOptions) =>
      transport.get<StoredResponse>(`${path}/${pathPart(id, 'id')}`, {}, options),
  };
}

const isMany = (given: ResponseToSend | readonly ResponseToSend[]): given is readonly ResponseToSend[] =>
  Array.isArray(given);

/** Made once, before the first attempt: each attempt sends the same. */
const completed = ({ at, ...state }: ResponseToSend): ResponseState => ({
  ...state,
  id: state.id ?? newId(),
  revision: state.revision ?? 0,
  status: state.status ?? 'answered',
  ...(at ? { at: isoTime(at, 'at') } : {}),
});
