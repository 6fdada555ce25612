import { Command } from 'commander';
import type { Mark, Marking } from '../store/marking.ts';
import type { Progress } from '../store/progress.ts';
import type { Store } from '../store/store.ts';
import { Misused } from './exit.ts';
import { findSite } from './findSite.ts';
import { momentOf } from './import/momentOf.ts';
import { withProgress } from './progress.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

/** Looked at in one transaction: a running server's deliveries wait for no more. */
const rowsInOneCall = 500;

interface AnswersFlags {
  data?: string;
  json?: boolean;
  site?: string;
  from: string;
  to?: string;
  touchpoint?: string;
}

interface Verb {
  name: string;
  does: string;
  mark: Mark;
  on: boolean;
  done: string;
}

const verbs: Verb[] = [
  { name: 'quarantine', does: 'keeps answers uncounted for now', mark: 'quarantined', on: true, done: 'Quarantined' },
  { name: 'release', does: 'counts what was quarantined', mark: 'quarantined', on: false, done: 'Released' },
  { name: 'discard', does: 'takes answers out of every count', mark: 'discarded', on: true, done: 'Discarded' },
  { name: 'restore', does: 'counts what was discarded', mark: 'discarded', on: false, done: 'Restored' },
];

export function answersCommand(): Command {
  const answers = new Command('answers').description('keeps answers that came in some hours out of the counts');
  for (const verb of verbs) {
    answers
      .command(verb.name)
      .description(`${verb.does}, by when they were received; nothing is deleted`)
      .option('--site <site>', 'name or public key; not needed where there is one site')
      .requiredOption('--from <time>', 'received from here on: 2026-11-22T09:00Z; without Z, by the site’s clock')
      .option('--to <time>', 'received before this (default: now)')
      .option('--touchpoint <key>', 'only those of one touchpoint')
      .option('--data <folder>', 'folder of the database')
      .option('--json', 'print JSON')
      .action((flags: AnswersFlags) => markAnswers(verb, flags));
  }
  return answers;
}

const markAnswers = ({ name, mark, on, done }: Verb, flags: AnswersFlags) =>
  withStore(flags, async (store) => {
    const site = await findSite(store, flags.site);
    const from = moment('--from', flags.from, site.timeZone);
    const to = flags.to === undefined ? Date.now() : moment('--to', flags.to, site.timeZone);
    if (from >= to) throw new Misused('--from must be before --to');
    const marking: Marking = { site: site.id, mark, on, from, to };
    if (flags.touchpoint !== undefined) marking.touchpoint = flags.touchpoint;
    const changed = await withProgress(name, (progress) => markAll(store, marking, progress));
    say(flags.json, { changed }, [`${done} ${changed} ${changed === 1 ? 'answer' : 'answers'} of ${site.name}.`]);
  });

async function markAll(store: Store, marking: Marking, progress: Progress): Promise<number> {
  const total = await store.countResponses(marking.site);
  let changed = 0;
  let after: string | null = null;
  for (let looked = rowsInOneCall; ; looked += rowsInOneCall) {
    const step = await store.markResponses(marking, after, rowsInOneCall);
    changed += step.changed;
    if (step.next === null) return changed;
    after = step.next;
    progress(looked, Math.max(looked, total));
  }
}

function moment(flag: string, text: string, timeZone: string): number {
  const found = momentOf(text, 'iso', timeZone);
  if (typeof found === 'object') throw new Misused(`${flag} ${found.reason}`);
  return found;
}
