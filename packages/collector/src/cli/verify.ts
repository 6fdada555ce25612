import { Command } from 'commander';
import { withProgress } from './progress.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

const shownDifferences = 20;

export const verifyCommand = () =>
  new Command('verify')
    .description('recounts every tally from the responses and says where they differ (exit 1)')
    .option('--data <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action((flags: { data?: string; json?: boolean }) =>
      withStore(flags, async (store) => {
        const { responses, differences } = await withProgress('verify', (progress) => store.verify(progress));
        const lines = differences.slice(0, shownDifferences).map(({ site, grain, cell, tallied, recounted }) => {
          return `${site}, by ${grain}: tallied ${tallied}, recounted ${recounted} at ${JSON.stringify(cell)}`;
        });
        const more = differences.length - lines.length;
        say(flags.json, { ok: differences.length === 0, responses, differences }, [
          differences.length === 0
            ? `Every tally equals a recount of ${responses} responses.`
            : `${differences.length} tallies differ from a recount of ${responses} responses:`,
          ...lines,
          ...(more > 0 ? [`and ${more} more`] : []),
        ]);
        if (differences.length > 0) process.exitCode = 1;
      }),
    );
