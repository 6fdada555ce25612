import type { Outcome } from '@vivencia/contract/response';
import type { Delivery, DeliveryResult } from '../../store/delivery.ts';
import type { Site } from '../../store/site.ts';
import { Failed } from '../exit.ts';
import type { AnswerIds } from './answerIds.ts';
import type { Binding } from './bindColumns.ts';
import { explained, judgeRow } from './judgeRow.ts';
import { MappedRow } from './mappedRow.ts';
import type { OpenedRows } from './openRows.ts';
import { Rejected } from './rejected.ts';
import type { Reject } from './rejectsFile.ts';
import type { Rules } from './rules.ts';
import { isEmpty, type SourceRow, type Unreadable } from './sourceRow.ts';

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
  reject(reject: Reject): void;
  counts: Counts;
}

interface Judged {
  source: SourceRow | Unreadable;
  row: MappedRow | null;
  madeId: string | null;
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
      batch.push('reason' in source ? unread(source, sink) : judge(source, bind(source), sink));
      if (batch.length === rowsInOneBatch) await flush();
    }
  } finally {
    await flush();
  }
}

function unread(source: Unreadable, { ids }: RowSink): Judged {
  const { names, values, reason } = source;
  return { source, row: null, madeId: names && values ? ids.ofRow({ names, values }) : null, judgement: reason };
}

function judge(source: SourceRow, binding: Binding, { rules, site, ids, now }: RowSink): Judged {
  const row = new MappedRow(source, binding);
  let madeId: string | null = null;
  try {
    const given = row.text('id');
    if (given === null) madeId = ids.ofRow(source);
    const id = madeId ?? ids.ofGiven(given as string);
    return { source, row, madeId, judgement: judgeRow(row, id, rules, site, now()) };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { source, row, madeId, judgement: error.message };
  }
}

/** All of a batch is counted before any reject is written: that may fail. */
async function settle(batch: Judged[], { record, reject, counts }: RowSink): Promise<void> {
  const deliveries = batch.flatMap(({ judgement }) => (typeof judgement === 'string' ? [] : [judgement]));
  const results = deliveries.length > 0 ? await record(deliveries) : [];
  const rejects: Reject[] = [];
  for (const { source, row, madeId, judgement } of batch) {
    const result = typeof judgement === 'string' ? null : results.shift();
    if (result && 'outcome' in result) {
      counts[result.outcome]++;
    } else {
      const reason =
        typeof judgement === 'string' ? judgement : refusal(row as MappedRow, madeId === null, judgement, result);
      counts.rejected++;
      rejects.push({ row: source, reason, madeId: isEmpty(source) ? null : madeId });
    }
  }
  rejects.forEach(reject);
}

function refusal(
  row: MappedRow,
  hasGivenId: boolean,
  { state }: Delivery,
  result: DeliveryResult | null | undefined,
): string {
  if (!result || !('refused' in result)) throw new Error('the store answered fewer deliveries than it was given');
  switch (result.refused) {
    case 'revision_conflict':
      return hasGivenId
        ? `another row of this file or an earlier import has this id with other values; --revision ${state.revision + 1} replaces what was imported`
        : `was imported before with other values; --revision ${state.revision + 1} replaces them`;
    case 'response_closed':
      return 'was imported more than 7 days ago and takes no more changes';
    case 'invitation_used':
      return 'is the answer of a link, or answers one whose interaction has another answer';
    case 'invalid_response':
      return explained(row, result);
    case 'unknown_site':
      throw new Failed('the site was removed meanwhile');
  }
}
