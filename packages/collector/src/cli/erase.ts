import { Command } from 'commander';
import { type BackupsBefore, backupsBefore } from '../store/backupsBefore.ts';
import { Misused } from './exit.ts';
import { findSite } from './findSite.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

interface EraseFlags {
  data?: string;
  json?: boolean;
  site?: string;
  respondent: string;
}

export const eraseCommand = () =>
  new Command('erase')
    .description('deletes all answers and comments of one respondent; scores stay as they are')
    .requiredOption('--respondent <id>', 'as your pages or your backend named them')
    .option('--site <site>', 'name or public key; not needed where there is one site')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action((flags: EraseFlags) => {
      if (flags.respondent === '') throw new Misused('--respondent must name somebody');
      return withStore(flags, async (store) => {
        const site = await findSite(store, flags.site);
        const responses = await store.eraseRespondent(site.id, flags.respondent.normalize('NFC'));
        await store.scrub();
        const backups = await backupsBefore(store);
        say(flags.json, { responses, backups }, [
          `Erased ${responses} ${responses === 1 ? 'response' : 'responses'} of this respondent of ${site.name}.`,
          ...linesOf(backups),
        ]);
      });
    });

/** What is left to do for whoever has to erase it everywhere. */
function linesOf({ found, elsewhere }: BackupsBefore): string[] {
  if (found.length + elsewhere.length === 0) return ['No backup is known that was made before.'];
  return [
    ...(found.length > 0
      ? ['Backups made before still hold what they held:', ...found.map((path) => `  ${path}`)]
      : []),
    ...(elsewhere.length > 0
      ? [`${elsewhere.length} more are not where they were made: any that was moved holds it.`]
      : []),
  ];
}
