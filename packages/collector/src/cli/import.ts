import { Command, Option } from 'commander';
import { Failed } from './exit.ts';
import { findSite } from './findSite.ts';
import { checkConstants } from './import/checkConstants.ts';
import { encodingOf } from './import/decodeText.ts';
import { readDelimiter } from './import/delimiter.ts';
import { fieldList } from './import/field.ts';
import { type Format, formatOf, formats, sizeOf } from './import/inputFile.ts';
import { timeFormats } from './import/momentOf.ts';
import { type MappingFlags, readMapping } from './import/readMapping.ts';
import type { Reject } from './import/rejectsFile.ts';
import { checkRejectsPath, defaultRejectsPath } from './import/rejectsPath.ts';
import { reportLines } from './import/report.ts';
import { latencyUnits, type RuleFlags, readRules } from './import/rules.ts';
import { runImport } from './import/runImport.ts';
import { withProgress } from './progress.ts';
import { say } from './say.ts';
import { withStore } from './withStore.ts';

/** The report repeats as many rejects. */
const repeatedRejects = 3;

interface ImportFlags extends MappingFlags, RuleFlags {
  data?: string;
  json?: boolean;
  site?: string;
  format?: Format;
  delimiter?: string;
  encoding: string;
  dryRun?: boolean;
  rejects?: string;
}

const example =
  'vivencia import survey.csv --map at=When,touchpoint=Page,emotion=Feeling,strength=Score --strength-max 10 --dry-run';

const collect = (value: string, before: string[] = []) => [...before, value];

export const importCommand = () =>
  new Command('import')
    .description('takes in answers from elsewhere; the same file again counts nothing twice')
    .argument('<file>', 'a table or one JSON object a line; - is standard input')
    .addOption(new Option('--format <format>', 'where the name does not say it').choices([...formats]))
    .option('--site <site>', 'name or public key; not needed where there is one site')
    .option('--data <folder>', 'folder of the database')
    .option('--map <field=column>', 'which column says what; may be said again, or as a list with commas', collect)
    .option('--set <field=value>', 'what every row says; may be said again', collect)
    .option(
      '--value <field:from=to>',
      'what a value of the file means, emotion:Enfado=angry; may be said again',
      collect,
    )
    .option(
      '--strength-max <number>',
      'highest strength in the file; what is not exactly one of 1 to 5 is refused',
      '5',
    )
    .addOption(new Option('--latency-unit <unit>', 'of the column latency').choices(latencyUnits).default('ms'))
    .addOption(new Option('--time-format <format>', 'of the column at').choices([...timeFormats]).default('iso'))
    .option('--delimiter <character>', 'between columns; found out from the header otherwise')
    .option('--encoding <label>', 'of the file, where no byte order mark says it', 'utf-8')
    .option('--revision <number>', 'higher than the last time, to correct what was imported')
    .option('--dry-run', 'only says what would happen')
    .option(
      '--rejects <file>',
      'for the rows that are refused (default: beside the file, as NAME.rejects.csv; none for a dry run)',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', `\nFields: ${fieldList}\n\nExample:\n  ${example}`)
    .action(importFile);

async function importFile(file: string, flags: ImportFlags): Promise<void> {
  const format = formatOf(file, flags.format);
  const reading = {
    format,
    mapping: readMapping(flags),
    delimiter: readDelimiter(flags.delimiter),
    encoding: encodingOf(flags.encoding),
  };
  const rules = readRules(flags);
  const size = sizeOf(file);
  await withStore(flags, async (store, { database }) => {
    const site = await findSite(store, flags.site);
    checkConstants(reading.mapping, rules, site, Date.now());
    const dryRun = flags.dryRun ?? false;
    const isDefaultPath = flags.rejects === undefined;
    const rejectsPath = flags.rejects ?? (dryRun || size === null ? null : defaultRejectsPath(file, format));
    if (rejectsPath !== null) checkRejectsPath(rejectsPath, file, database);
    const areTold = rejectsPath === null && !dryRun;
    const firstRejects: string[] = [];
    const onReject = ({ row, reason }: Reject) => {
      if (areTold) process.stderr.write(`line ${row.line}: ${reason}\n`);
      else if (firstRejects.length < repeatedRejects) firstRejects.push(`line ${row.line}: ${reason}`);
    };
    const plan = { file, size, reading, rules, dryRun, rejectsPath, isDefaultPath, onReject };
    const counted = await withProgress('import, bytes', (progress) =>
      untilInterrupted((goOn) =>
        runImport(store, site, plan, (done, total) => {
          goOn();
          progress(done, total);
        }),
      ),
    );
    const report = { ...counted, firstRejects };
    say(flags.json, report, reportLines(report, file));
    if (report.rejected > 0) process.exitCode = 1;
  });
}

/** Ctrl-C ends the work in between, where `goOn` is called, so that it can say how far it came; a second one at once. */
async function untilInterrupted<T>(work: (goOn: () => void) => Promise<T>): Promise<T> {
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
  };
  process.once('SIGINT', interrupt);
  try {
    return await work(() => {
      if (isInterrupted) throw new Failed('interrupted');
    });
  } finally {
    process.off('SIGINT', interrupt);
  }
}
