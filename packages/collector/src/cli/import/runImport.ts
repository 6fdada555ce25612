import type { Delivery, DeliveryResult } from '../../store/delivery.ts';
import type { Progress } from '../../store/progress.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { StoreUnavailable } from '../../store/storeUnavailable.ts';
import { Failed } from '../exit.ts';
import { AnswerIds } from './answerIds.ts';
import { DateSpan } from './dateSpan.ts';
import { decodeText, NotInEncoding, proveText } from './decodeText.ts';
import { Foresight } from './foresight.ts';
import { type Counts, importRows } from './importRows.ts';
import { bytesOf } from './inputFile.ts';
import { openRows, type Reading } from './openRows.ts';
import { type Reject, RejectsFile } from './rejectsFile.ts';
import type { Report } from './report.ts';
import type { Rules } from './rules.ts';
import { SegmentWatch } from './segmentWatch.ts';
import { TouchpointWatch } from './touchpointWatch.ts';

/** What is imported, how, and what becomes of it. */
export interface ImportPlan {
  file: string;
  /** In bytes; `null` for what has no size and can be read only once. */
  size: number | null;
  reading: Reading;
  rules: Rules;
  dryRun: boolean;
  /** `null`: no rejects are kept. */
  rejectsPath: string | null;
  /** Whether the path of the rejects is ours: then a former run's file goes where there are none. */
  isDefaultPath: boolean;
  onReject(reject: Reject): void;
}

/**
 * Imports a file into a site, or with `dryRun` only finds out what that would do. A file that can be read twice is read
 * to its end before anything is written, to know that its encoding is right.
 *
 * @param progress may throw to break off
 * @returns the report, but for the rejects that it repeats
 * @throws Misused where the mapping does not fit the file, before anything is imported
 * @throws Failed where the file or the store breaks off; what was imported until then stays
 */
export async function runImport(
  store: Store,
  site: Site,
  plan: ImportPlan,
  progress: Progress,
): Promise<Omit<Report, 'firstRejects'>> {
  const { file, size, reading, dryRun, rejectsPath } = plan;
  const counts: Counts = { stored: 0, amended: 0, unchanged: 0, stale: 0, rejected: 0 };
  const bytes = () => bytesOf(file, (read) => progress(read, size ?? read));
  let rejects: RejectsFile | null = null;
  try {
    if (size !== null) await proveText(bytes(), reading.encoding);
    const opened = await openRows(decodeText(bytes(), reading.encoding), reading);
    if (rejectsPath !== null) rejects = new RejectsFile(rejectsPath, opened.form);
    const touchpoints = new TouchpointWatch(store, site.id);
    const segments = new SegmentWatch(store, site.id);
    const span = new DateSpan(site.timeZone);
    const foresight = dryRun ? new Foresight(store, site.id, opened.mayRepeatIds) : null;
    const record = async (deliveries: Delivery[]): Promise<DeliveryResult[]> => {
      await touchpoints.lookUp(deliveries.map(({ state }) => state.touchpoint));
      const results = await (foresight ? foresight.results(deliveries) : store.recordStates(deliveries));
      for (const [place, { state, moment }] of deliveries.entries()) {
        const result = results[place];
        if (!result || !('outcome' in result)) continue;
        touchpoints.note(state.touchpoint);
        segments.note(state);
        span.note(moment);
      }
      return results;
    };
    const reject = (refused: Reject) => {
      rejects?.add(refused);
      plan.onReject(refused);
    };
    const ids = new AnswerIds(site.publicKey);
    await importRows(opened, { site, ids, rules: plan.rules, now: Date.now, record, reject, counts });
    if (counts.rejected === 0 && rejectsPath !== null && plan.isDefaultPath) RejectsFile.removeFormer(rejectsPath);
    const { added, underOther } = await touchpoints.outcome(dryRun);
    return {
      site: site.name,
      dryRun,
      ...counts,
      ...span.dates(),
      rejects: counts.rejected > 0 ? rejectsPath : null,
      newTouchpoints: added,
      underOther,
      segmentsUnderOther: await segments.outcome(dryRun),
      read: opened.read,
      notRead: opened.notRead,
      notes: [
        ...[...opened.unseen].map((column) => `No line of the file has "${column}".`),
        ...reading.mapping.words.unseen().map((word) => `--value ${word}=… was never needed: no row says that.`),
      ],
    };
  } catch (error) {
    throw brokenOff(error, plan, counts);
  } finally {
    rejects?.close();
  }
}

/** Why it ended early, and what is to be done about it. */
function brokenOff(error: unknown, { file, dryRun }: ImportPlan, counts: Counts): unknown {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isText = error instanceof NotInEncoding;
  if (!isText && !(error instanceof StoreUnavailable) && !(error instanceof Failed)) return error;
  // In another encoding the same rows would be other answers.
  const again = isText ? '' : ', and importing them again counts nothing twice';
  const until = rows === 0 || dryRun ? '; nothing was imported' : `; ${rows} rows were read until then${again}`;
  return new Failed(`${isText ? `${file}: ` : ''}${error.message}${until}`);
}
