import { expect, test } from 'vitest';
import { type Report, reportLines } from '../../../../packages/collector/src/cli/import/report.ts';

const quiet: Report = {
  site: 'Shop',
  dryRun: false,
  stored: 1_200,
  amended: 0,
  unchanged: 0,
  stale: 0,
  rejected: 0,
  from: '2026-10-01',
  to: '2026-11-21',
  firstRejects: [],
  rejects: null,
  newTouchpoints: [],
  underOther: [],
  segmentsUnderOther: { names: [], values: [] },
  read: ['When (at)', 'touchpoint'],
  notRead: [],
  notes: [],
};
const said = (report: Partial<Report>) => reportLines({ ...quiet, ...report }, 'answers.csv').slice(2);

test('how many, and from when to when', () => {
  expect(reportLines(quiet, 'answers.csv')).toEqual([
    'Imported answers.csv into Shop: 1,200 stored, 0 amended, 0 unchanged, 0 stale, 0 rejected.',
    'Answers are from 2026-10-01 to 2026-11-21.',
  ]);
  expect(reportLines({ ...quiet, stored: 0, from: null, to: null }, 'answers.csv')).toHaveLength(1);
});

test.each<[what: string, report: Partial<Report>, lines: string[]]>([
  ['columns that were not read', { notRead: ['Why'] }, ['Read: When (at), touchpoint. Not read: Why.']],
  [
    'rejects that are in a file',
    { rejected: 2, firstRejects: ['line 2: so'], rejects: 'r.csv' },
    ['line 2: so', 'and 1 more. Correct them in r.csv and import that file with the same options.'],
  ],
  [
    'rejects of a dry run',
    { dryRun: true, rejected: 2, firstRejects: ['line 2: so'] },
    ['line 2: so', 'and 1 more. --rejects FILE writes them all.'],
  ],
  ['a single reject of a dry run', { dryRun: true, rejected: 1, firstRejects: ['line 2: so'] }, ['line 2: so']],
  [
    'touchpoints beyond the cap',
    { underOther: ['a', 'b', 'c', 'd', 'e', 'f'] },
    [
      'A site takes 50 unconfirmed touchpoints: answers to a, b, c, d, e and 1 more are counted under "other".',
      'Declare touchpoints before you import (PUT /v1/touchpoints/KEY), and they are counted apart.',
    ],
  ],
  [
    'segments beyond the caps',
    { dryRun: true, segmentsUnderOther: { names: ['s8', 's9'], values: ['city'] } },
    [
      'A site takes 8 segments: s8, s9 would be counted under "other".',
      'A segment takes 200 values: of city the file has more, which would be counted under "other".',
    ],
  ],
])('%s', (_, report, lines) => {
  expect(said(report)).toEqual(lines);
});
