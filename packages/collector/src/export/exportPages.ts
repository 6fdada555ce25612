import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import type { ResponsePage, ResponseQuery, StoredResponse } from '../store/storedResponse.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import { csvHeader, csvRows } from './csvTable.ts';
import { exportedResponse } from './exportedResponse.ts';

export type ExportFormat = 'ndjson' | 'csv';

/** All that an export holds in memory of the responses. */
const responsesInOneRead = 500;

/** How often a page is asked for that the store has no time for, and the milliseconds in between. */
const attempts = 20;
const pauseMs = 500;

export interface ExportPage {
  text: string;
  responses: number;
}

/**
 * All chosen responses as text, piece by piece: the next are read when they are asked for, and nothing of the store is
 * held in between. The first piece of a table is its header.
 *
 * @throws StoreUnavailable where the store is away at the beginning, or for 10 s later on
 */
export async function* exportPages(
  store: Pick<Store, 'findResponses'>,
  chosen: Omit<ResponseQuery, 'after' | 'limit'>,
  format: ExportFormat,
): AsyncGenerator<ExportPage> {
  if (format === 'csv') yield { text: csvHeader(), responses: 0 };
  let after: string | null = null;
  do {
    const read = (): Promise<ResponsePage> => store.findResponses({ ...chosen, after, limit: responsesInOneRead });
    // Who has nothing yet is told at once; who has half would have to begin anew.
    const page: ResponsePage = after === null ? await read() : await patiently(read);
    if (page.responses.length > 0) yield { text: written[format](page.responses), responses: page.responses.length };
    after = page.next;
  } while (after !== null);
}

const written: Record<ExportFormat, (responses: StoredResponse[]) => string> = {
  csv: csvRows,
  ndjson: (responses) => responses.map((response) => `${JSON.stringify(exportedResponse(response))}\n`).join(''),
};

async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || error.isDamaged || attempt === attempts) throw error;
      await pause(pauseMs);
    }
  }
}
