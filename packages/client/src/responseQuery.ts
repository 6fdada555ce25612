/** Which responses; without anything, all of them. */
export interface ResponsesQuery {
  /** First local date of the site's time zone: 2026-11-01. */
  from?: string | undefined;
  /** Last local date, inclusive. */
  to?: string | undefined;
  touchpoint?: string | undefined;
  /** Your id of an interaction. */
  interaction?: string | undefined;
  /** Your pseudonym of a person. */
  respondent?: string | undefined;
}

export type ExportFormat = 'ndjson' | 'csv';
