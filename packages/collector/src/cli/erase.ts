import { Command } from 'commander';
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
        say(flags.json, { responses }, [
          `Erased ${responses} ${responses === 1 ? 'response' : 'responses'} of this respondent of ${site.name}.`,
          'Backups made before still hold what they held.',
        ]);
      });
    });
