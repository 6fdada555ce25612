import { once } from 'node:events';
import { Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { StoredResponse } from '../store/storedResponse.ts';
import { findSite } from './findSite.ts';
import { withProgress } from './progress.ts';
import { withStore } from './withStore.ts';

const responsesInOneRead = 2_000;

interface ExportFlags {
  data?: string;
  site?: string;
  format: 'ndjson' | 'csv';
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
          if (text && !process.stdout.write(text)) await once(process.stdout, 'drain');
        };
        await withProgress('export', async (progress) => {
          if (flags.format === 'csv') await write(csvLines([columns.map(({ name }) => name)]));
          let done = 0;
          let after: string | null = null;
          for (;;) {
            const responses = await store.readResponses(site.id, after, responsesInOneRead);
            await write(flags.format === 'csv' ? csvLines(responses.map(csvRow)) : responses.map(jsonLine).join(''));
            done += responses.length;
            progress(done, Math.max(done, total));
            if (responses.length < responsesInOneRead) return;
            after = responses.at(-1)?.id ?? null;
          }
        });
      }),
    );

const iso = (moment: number) => new Date(moment).toISOString();

const jsonLine = ({ at, received, segment, ...state }: StoredResponse) =>
  `${JSON.stringify({ ...state, segment: Object.fromEntries(segment), at: iso(at), received: iso(received) })}\n`;

type Field = string | number | boolean | null;

const columns: { name: string; of(response: StoredResponse): Field }[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'at', of: ({ at }) => iso(at) },
  { name: 'received', of: ({ received }) => iso(received) },
  { name: 'touchpoint', of: ({ touchpoint }) => touchpoint },
  { name: 'status', of: ({ status }) => status },
  { name: 'emotion', of: ({ emotion }) => emotion },
  { name: 'strength', of: ({ strength }) => strength },
  { name: 'reasons', of: ({ reasons }) => reasons.join(' ') },
  { name: 'evaluationScale', of: ({ evaluation }) => evaluation?.scale ?? null },
  { name: 'evaluationValue', of: ({ evaluation }) => evaluation?.value ?? null },
  // A line break in front would hide a formula from the guard below.
  { name: 'comment', of: ({ comment }) => comment?.replace(/^(?=\n)/, "'") ?? null },
  { name: 'latencyMs', of: ({ latencyMs }) => latencyMs },
  { name: 'interaction', of: ({ interaction }) => interaction },
  { name: 'unexpected', of: ({ unexpected }) => unexpected },
  { name: 'respondent', of: ({ respondent }) => respondent },
  {
    name: 'segment',
    of: ({ segment }) => (segment.length > 0 ? JSON.stringify(Object.fromEntries(segment)) : null),
  },
  { name: 'locale', of: ({ locale }) => locale },
  { name: 'channel', of: ({ channel }) => channel },
  { name: 'version', of: ({ version }) => version },
  { name: 'invitation', of: ({ invitation }) => invitation },
  { name: 'test', of: ({ test }) => test },
  { name: 'revision', of: ({ revision }) => revision },
  { name: 'closed', of: ({ closed }) => closed },
  { name: 'quarantined', of: ({ quarantined }) => quarantined },
  { name: 'discarded', of: ({ discarded }) => discarded },
];

const csvRow = (response: StoredResponse) => columns.map((column) => column.of(response));

/** RFC 4180; what a spreadsheet would take for a formula gets an apostrophe in front. */
const csvLines = (rows: Field[][]) =>
  stringify(rows, {
    escape_formulas: true,
    record_delimiter: '\r\n',
    // Said, because a delimiter that is said turns it off: a comment of two lines would be two rows.
    quote_record_delimiter: true,
    cast: { boolean: String },
  });
