import type { Outcome } from '@vivencia/contract/response';
import type { Delivery, DeliveryResult } from '../../store/delivery.ts';
import type { Site } from '../../store/site.ts';
import { Failed } from '../exit.ts';
import type { AnswerIds } from './answerIds.ts';
import { explained, judgeRow } from './judgeRow.ts';
import { MappedRow } from './mappedRow.ts';
import type { OpenedRows } from './openRows.ts';
import { Rejected } from './rejected.ts';
import type { Rules } from './rules.ts';
import type { SourceRow, Unreadable } from './sourceRow.ts';

/** As many rows go into one transaction, as in ingest/commitQueue.ts. */
const rowsInOneBatch = 512;

export type Counts = Record<Outcome | 'rejected', number>;

/** Where rows go, and what says what became of them. */
export interface RowSink {
  site: Site;
  ids: AnswerIds;
  rules: Rules;
  /** Milliseconds since 1970. */
  now(): number;
  /** Keeps the deliveries of one batch, or only says what would become of them. */
  record(deliveries: Delivery[]): Promise<DeliveryResult[]>;
  reject(row: SourceRow | Unreadable, reason: string): void;
  counts: Counts;
}

interface Judged {
  source: SourceRow | Unreadable;
  row: MappedRow | null;
  judgement: Delivery | string;
}

/** Imports rows in batches, in their order. Where reading breaks off, what was read before it is kept. */
export async function importRows({ rows, bind }: Pick<OpenedRows, 'rows' | 'bind'>, sink: RowSink): Promise<void> {
  let batch: Judged[] = [];
  const flush = async () => {
    const judged = batch;
    batch = [];
    await settle(judged, sink);
  };
  try {
    for await (const source of rows) {
      batch.push('reason' in source ? { source, row: null, judgement: source.reason } : judge(source, bind, sink));
      if (batch.length === rowsInOneBatch) await flush();
    }
  } finally {
    await flush();
  }
}

function judge(source: SourceRow, bind: OpenedRows['bind'], { rules, site, ids, now }: RowSink): Judged {
  const row = new MappedRow(source, bind(source));
  try {
    return { source, row, judgement: judgeRow(row, rules, site, ids, now()) };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { source, row, judgement: error.message };
  }
}

async function settle(batch: Judged[], sink: RowSink): Promise<void> {
  const deliveries = batch.flatMap(({ judgement }) => (typeof judgement === 'string' ? [] : [judgement]));
  const results = deliveries.length > 0 ? await sink.record(deliveries) : [];
  for (const { source, row, judgement } of batch) {
    const result = typeof judgement === 'string' ? null : results.shift();
    if (result && 'outcome' in result) {
      sink.counts[result.outcome]++;
    } else {
      const reason = typeof judgement === 'string' ? judgement : refusal(row as MappedRow, judgement, result);
      sink.counts.rejected++;
      sink.reject(source, reason);
    }
  }
}

function refusal(row: MappedRow, { state }: Delivery, result: DeliveryResult | null | undefined): string {
  if (!result || !('refused' in result)) throw new Error('the store answered fewer deliveries than it was given');
  switch (result.refused) {
    case 'revision_conflict':
      return `was imported before with other values; --revision ${state.revision + 1} replaces them`;
    case 'response_closed':
      return 'was imported more than 7 days ago and takes no more changes';
    case 'invalid_response':
      return explained(row, result);
    case 'unknown_site':
      throw new Failed('the site was removed meanwhile');
  }
}
