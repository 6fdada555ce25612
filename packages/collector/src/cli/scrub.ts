import { Command } from 'commander';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

export const scrubCommand = () =>
  new Command('scrub')
    .description('writes the file anew, so that it holds no trace of what was deleted; deliveries wait meanwhile')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action((flags: { data?: string; json?: boolean }) =>
      withStore(flags, async (store) => {
        await store.scrub();
        say(flags.json, { scrubbed: true }, ['The file holds no trace of what was deleted.']);
      }),
    );
