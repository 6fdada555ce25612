import { resolve } from 'node:path';
import { Command } from 'commander';
import { withProgress } from './progress.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

export const backupCommand = () =>
  new Command('backup')
    .description('copies the whole database into a new file, also while a server runs')
    .argument('<file>', 'a name that is not taken, in a folder that there is')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action((name: string, flags: { data?: string; json?: boolean }) =>
      withStore(flags, async (store) => {
        const file = resolve(name);
        const backup = await withProgress('backup', (progress) => store.backUp(file, progress));
        say(flags.json, { file, ...backup }, [
          `Backed up ${backup.responses} responses in ${file}, and checked it.`,
          ...(backup.noted ? [] : ['That could not be written down: vivencia erase will not name it.']),
        ]);
      }),
    );
