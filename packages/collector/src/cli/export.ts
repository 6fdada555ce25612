import { once } from 'node:events';
import { Command, Option } from 'commander';
import { type ExportFormat, exportPages } from '../export/exportPages.ts';
import { findSite } from './findSite.ts';
import { withProgress } from './progress.ts';
import { withStore } from './withStore.ts';

interface ExportFlags {
  data?: string;
  site?: string;
  format: ExportFormat;
}

export const exportCommand = () =>
  new Command('export')
    .description('writes every response of a site to standard output')
    .addOption(
      new Option('--format <format>', 'one JSON object a line, or a table')
        .choices(['ndjson', 'csv'])
        .default('ndjson'),
    )
    .option('--site <site>', 'name or public key; not needed where there is one site')
    .option('--data <folder>', 'folder of the database')
    .action((flags: ExportFlags) =>
      withStore(flags, async (store) => {
        const site = await findSite(store, flags.site);
        const total = await store.countResponses(site.id);
        const write = async (text: string) => {
          if (!process.stdout.write(text)) await once(process.stdout, 'drain');
        };
        await withProgress('export', async (progress) => {
          let done = 0;
          for await (const { text, responses } of exportPages(store, { site: site.id }, flags.format)) {
            await write(text);
            done += responses;
            progress(done, Math.max(done, total));
          }
        });
      }),
    );
