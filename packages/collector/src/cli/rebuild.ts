import { Command } from 'commander';
import { withProgress } from './progress.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

export const rebuildCommand = () =>
  new Command('rebuild')
    .description('writes every tally anew from the responses')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action((flags: { data?: string; json?: boolean }) =>
      withStore(flags, async (store) => {
        const { responses } = await withProgress('rebuild', (progress) => store.rebuild(progress));
        say(flags.json, { responses }, [`Rebuilt the tallies of ${responses} responses.`]);
      }),
    );
