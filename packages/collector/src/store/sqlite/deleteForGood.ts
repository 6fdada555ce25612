import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../storeUnavailable.ts';
import type { Retired } from './retirement.ts';
import type { ToldStep } from './toldRetirement.ts';
import { firstTold, type ToldCursor } from './toldRows.ts';
import type { WriterGate } from './writerGate.ts';

/** How often the WAL is tried to be emptied, and how long it is waited in between, in milliseconds. */
const attempts = 50;
const pauseMs = 100;

/** Deletes all that sites keep no longer, step by step, so that deliveries are taken in between. */
export async function retireInSteps(writer: WriterGate): Promise<Retired> {
  const retired: Retired = { shown: 0, comments: 0, respondents: 0 };
  let after: string | null = null;
  do {
    const { next, ...step }: Retired & { next: string | null } = await writer.call('retireStep', [after]);
    for (const kind of ['shown', 'comments', 'respondents'] as const) retired[kind] += step[kind];
    after = next;
  } while (after !== null);
  let removed = 0;
  for (let cursor: ToldCursor | null = firstTold; cursor !== null; ) {
    const step: ToldStep = await writer.call('retireToldStep', [cursor]);
    retired.respondents += step.respondents;
    removed += step.removed;
    cursor = step.next;
  }
  if (retired.shown + retired.comments + retired.respondents + removed > 0) await insistOnEmptyLog(writer);
  return retired;
}

/** Deletes all that came from a respondent, step by step; also where there is nothing, the WAL is emptied. */
export async function eraseInSteps(writer: WriterGate, site: number, respondent: string): Promise<number> {
  let erased = 0;
  for (;;) {
    const step = await writer.call('eraseStep', [site, respondent]);
    erased += step.erased;
    if (step.isLast) break;
  }
  await insistOnEmptyLog(writer);
  return erased;
}

/**
 * Writes the whole file anew where anything was deleted since it last was.
 *
 * @returns whether nothing deleted is left: a file of more than `maximumBytes` stays as it is
 */
export async function scrub(writer: WriterGate, maximumBytes = Number.MAX_SAFE_INTEGER): Promise<boolean> {
  const removal = await writer.call('removeShreds', [maximumBytes]);
  if (removal !== 'removed') return removal === 'none there';
  try {
    await insistOnEmptyLog(writer);
    return true;
  } catch (error) {
    await writer.call('noteShreds', []);
    throw error;
  }
}

/** @throws StoreUnavailable where somebody reads for so long that the WAL cannot be emptied */
async function insistOnEmptyLog(writer: WriterGate): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await writer.call('emptyLog', [])) return;
    await pause(pauseMs);
  }
  throw new StoreUnavailable(
    'it is deleted, but the log still holds it because somebody reads: try again when nobody does',
  );
}
