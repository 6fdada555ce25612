import type { Site } from '../../store/site.ts';
import { type Progress, type Store, StoreUnavailable } from '../../store/store.ts';
import { Failed } from '../exit.ts';
import { AnswerIds } from './answerIds.ts';
import { decodeText, NotInEncoding } from './decodeText.ts';
import { Foresight } from './foresight.ts';
import { type Counts, importRows, type RowSink } from './importRows.ts';
import { bytesOf } from './inputFile.ts';
import { openRows, type Reading } from './openRows.ts';
import { RejectsFile } from './rejectsFile.ts';
import type { Report } from './report.ts';
import type { Rules } from './rules.ts';
import { TouchpointWatch } from './touchpointWatch.ts';

/** What is imported, how, and what becomes of it. */
export interface ImportPlan {
  file: string;
  /** In bytes; `null` where that is not known before. */
  size: number | null;
  reading: Reading;
  rules: Rules;
  dryRun: boolean;
  /** `null`: each reject is told, and none is kept. */
  rejectsPath: string | null;
  /** Whether the path of the rejects is ours: then a former run's file goes where there are none. */
  isDefaultPath: boolean;
  /** Told of each reject: `line 7: …`. */
  onReject(line: string): void;
}

/**
 * Imports a file into a site, or with `dryRun` only finds out what that would do.
 *
 * @throws Misused where the mapping does not fit the file, before anything is imported
 * @throws Failed where the file or the store breaks off; what was imported until then stays
 */
export async function runImport(store: Store, site: Site, plan: ImportPlan, progress: Progress): Promise<Report> {
  const { file, size, reading, dryRun, rejectsPath } = plan;
  const counts: Counts = { stored: 0, amended: 0, unchanged: 0, stale: 0, rejected: 0 };
  let rejects: RejectsFile | null = null;
  try {
    const bytes = bytesOf(file, (read) => progress(read, size ?? read));
    const opened = await openRows(decodeText(bytes, reading.encoding), reading);
    if (rejectsPath !== null) rejects = new RejectsFile(rejectsPath, opened.form);
    const touchpoints = new TouchpointWatch(store, site.id);
    const hasOwnIds = reading.mapping.columns?.has('id') ?? true;
    const foresight = dryRun ? new Foresight(store, site.id, hasOwnIds) : null;
    const sink: RowSink = {
      site,
      ids: new AnswerIds(site.publicKey),
      rules: plan.rules,
      now: Date.now,
      record: async (deliveries) => {
        await touchpoints.note(deliveries.map(({ state }) => state.touchpoint));
        return foresight ? foresight.results(deliveries) : store.recordStates(deliveries);
      },
      reject: (row, reason) => {
        rejects?.add(row, reason);
        plan.onReject(`line ${row.line}: ${reason}`);
      },
      counts,
    };
    await importRows(opened, sink);
    if (counts.rejected === 0 && rejectsPath !== null && plan.isDefaultPath) RejectsFile.removeFormer(rejectsPath);
    const { added, underOther } = await touchpoints.outcome(dryRun);
    return {
      site: site.name,
      dryRun,
      ...counts,
      rejects: counts.rejected > 0 ? rejectsPath : null,
      newTouchpoints: added,
      underOther,
      notes: [...opened.unseen].map((column) => `No line of the file has "${column}".`),
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
  const until = dryRun ? '' : `; ${rows} rows were read until then, and importing them again counts nothing twice`;
  if (error instanceof StoreUnavailable) return new Failed(`${error.message}${until}`);
  if (!(error instanceof NotInEncoding)) return error;
  const isUtf8 = error.message === 'utf-8';
  const hint = isUtf8
    ? 'is not UTF-8; if it comes from a spreadsheet try --encoding windows-1252'
    : `is not ${error.message}`;
  return new Failed(`${file} ${hint}${until}`);
}
