import { directoryCaps } from '../../store/directoryCaps.ts';
import type { Counts } from './importRows.ts';

/** What an import did, or would do. */
export interface Report extends Counts {
  site: string;
  dryRun: boolean;
  /** First and last local date of the answers; `null` where there are none. */
  from: string | null;
  to: string | null;
  /** The first rows that were refused, as `line 7: …`. */
  firstRejects: string[];
  /** Path of the file of rejects; `null` where none was written. */
  rejects: string | null;
  /** Touchpoints that the site did not know. */
  newTouchpoints: string[];
  /** Touchpoints beyond the unconfirmed ones that a site takes. */
  underOther: string[];
  /** Segments beyond those that a site takes, and segments of which the file has too many values. */
  segmentsUnderOther: { names: string[]; values: string[] };
  /** A table's columns that were read, as `Page (touchpoint)`, and those that were not. */
  read: string[];
  notRead: string[];
  /** What else is worth a look. */
  notes: string[];
}

const shownKeys = 5;

const number = new Intl.NumberFormat('en-US');

/** A report as people read it. */
export function reportLines(report: Report, file: string): string[] {
  const { stored, amended, unchanged, stale, rejected, from, to } = report;
  const outcomes = Object.entries({ stored, amended, unchanged, stale, rejected });
  const counted = outcomes.map(([outcome, count]) => `${number.format(count)} ${outcome}`).join(', ');
  return [
    report.dryRun
      ? `Nothing was written. Importing ${file} into ${report.site} would make: ${counted}.`
      : `Imported ${file} into ${report.site}: ${counted}.`,
    ...(from === null ? [] : [`Answers are from ${from} to ${to}.`]),
    ...report.firstRejects,
    ...rejectLines(report),
    ...touchpointLines(report),
    ...segmentLines(report),
    ...(report.notRead.length > 0 ? [`Read: ${report.read.join(', ')}. Not read: ${report.notRead.join(', ')}.`] : []),
    ...report.notes,
  ];
}

function rejectLines({ rejected, rejects, dryRun, firstRejects }: Report): string[] {
  const hidden = rejected - firstRejects.length;
  const more = hidden > 0 ? `and ${number.format(hidden)} more. ` : '';
  if (rejects !== null) return [`${more}Correct them in ${rejects} and import that file with the same options.`];
  return dryRun && more ? [`${more}--rejects FILE writes them all.`] : [];
}

function touchpointLines({ newTouchpoints, underOther, dryRun }: Report): string[] {
  return [
    ...(newTouchpoints.length > 0
      ? [`New touchpoints, unconfirmed until somebody declares them: ${listed(newTouchpoints)}`]
      : []),
    ...(underOther.length > 0
      ? [
          `A site takes ${directoryCaps.unconfirmedTouchpoints} unconfirmed touchpoints: answers to ${listed(underOther)} ${are(dryRun)} counted under "other".`,
          'Declare touchpoints before you import (PUT /v1/touchpoints/KEY), and they are counted apart.',
        ]
      : []),
  ];
}

function segmentLines({ segmentsUnderOther: { names, values }, dryRun }: Report): string[] {
  return [
    ...(names.length > 0
      ? [`A site takes ${directoryCaps.segmentNames} segments: ${listed(names)} ${are(dryRun)} counted under "other".`]
      : []),
    ...(values.length > 0
      ? [
          `A segment takes ${directoryCaps.segmentValues} values: of ${listed(values)} the file has more, which ${are(dryRun)} counted under "other".`,
        ]
      : []),
  ];
}

const are = (dryRun: boolean) => (dryRun ? 'would be' : 'are');

const listed = (keys: string[]) =>
  keys.length > shownKeys
    ? `${keys.slice(0, shownKeys).join(', ')} and ${keys.length - shownKeys} more`
    : keys.join(', ');
