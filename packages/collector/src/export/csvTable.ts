import { stringify } from 'csv-stringify/sync';
import type { StoredResponse } from '../store/storedResponse.ts';
import { exportedResponse } from './exportedResponse.ts';

type Field = string | number | boolean | null;
type Exported = ReturnType<typeof exportedResponse>;

/** The columns in their order; `vivencia import` knows them by their names. */
const columns: { name: string; of(response: Exported): Field }[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'at', of: ({ at }) => at },
  { name: 'received', of: ({ received }) => received },
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
  { name: 'segment', of: ({ segment }) => (Object.keys(segment).length > 0 ? JSON.stringify(segment) : null) },
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

export const csvHeader = (): string => csvLines([columns.map(({ name }) => name)]);

export const csvRows = (responses: StoredResponse[]): string =>
  csvLines(responses.map(exportedResponse).map((response) => columns.map((column) => column.of(response))));

/** RFC 4180; what a spreadsheet would take for a formula gets an apostrophe in front. */
const csvLines = (rows: Field[][]): string =>
  stringify(rows, {
    escape_formulas: true,
    record_delimiter: '\r\n',
    // Said, because a delimiter that is said turns it off: a comment of two lines would be two rows.
    quote_record_delimiter: true,
    cast: { boolean: String },
  });
