import type { Counts } from './importRows.ts';

/** What an import did, or would do. */
export interface Report extends Counts {
  site: string;
  dryRun: boolean;
  /** Path of the file of rejects; `null` where none was written. */
  rejects: string | null;
  /** Touchpoints that the site did not know. */
  newTouchpoints: string[];
  /** Touchpoints beyond the unconfirmed ones that a site takes. */
  underOther: string[];
  /** What else is worth a look. */
  notes: string[];
}

const shownKeys = 5;

const number = new Intl.NumberFormat('en-US');

/** A report as people read it. */
export function reportLines(report: Report, file: string, firstRejects: string[]): string[] {
  const { stored, amended, unchanged, stale, rejected } = report;
  const outcomes = Object.entries({ stored, amended, unchanged, stale, rejected });
  const counted = outcomes.map(([outcome, count]) => `${number.format(count)} ${outcome}`).join(', ');
  return [
    report.dryRun
      ? `Nothing was written. Importing ${file} into ${report.site} would make: ${counted}.`
      : `Imported ${file} into ${report.site}: ${counted}.`,
    ...firstRejects,
    ...rejectLines(report, firstRejects.length),
    ...touchpointLines(report),
    ...report.notes,
  ];
}

function rejectLines({ rejected, rejects }: Report, shown: number): string[] {
  if (rejected === 0 || rejects === null) return [];
  const more = rejected > shown ? `and ${number.format(rejected - shown)} more. ` : '';
  return [`${more}Correct them in ${rejects} and import that file with the same options.`];
}

function touchpointLines({ newTouchpoints, underOther, dryRun }: Report): string[] {
  return [
    ...(newTouchpoints.length > 0
      ? [`New touchpoints, unconfirmed until somebody declares them: ${listed(newTouchpoints)}`]
      : []),
    ...(underOther.length > 0
      ? [
          `A site takes 50 unconfirmed touchpoints: answers to ${listed(underOther)} ${dryRun ? 'would be' : 'are'} counted under "other".`,
          'Declare touchpoints before you import (PUT /v1/touchpoints/KEY), and they are counted apart.',
        ]
      : []),
  ];
}

const listed = (keys: string[]) =>
  keys.length > shownKeys
    ? `${keys.slice(0, shownKeys).join(', ')} and ${keys.length - shownKeys} more`
    : keys.join(', ');
