import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';

export type Cell = string | number | null;

/**
 * A table as a file that a spreadsheet opens: RFC 4180, in UTF-8 with the mark by which Excel knows it.
 *
 * @param name of the file, without its ending
 * @param rows the first has the columns' names; numbers are written whole, `null` as nothing
 */
export function answerCsv(c: Context, name: string, rows: readonly (readonly Cell[])[]): Response {
  return c.body(csv(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}.csv"`,
  });
}

/** A hundredth of a point says more than any answers can. */
export const rounded = (x: number | null | undefined): number | null =>
  x === null || x === undefined ? null : Math.round(x * 100) / 100;

const byteOrderMark = '\uFEFF';

export const csv = (rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark +
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell))),
    // Said, because a delimiter that is said turns it off: a comment of two lines would be two rows.
    { record_delimiter: '\r\n', quote_record_delimiter: true },
  );

/** What begins so a spreadsheet may take for a formula, also behind blanks and in full-width forms. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]|^[\t\r\n]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/**
 * Blanks, quotes and signs that part cells before what may be a formula. Where a list is parted by `;`, as in Excel in
 * Spanish and Catalan, or by tabs, a cell of theirs may begin inside one of ours; a quote then holds no line together.
 */
const beforeSign = /(?<![\s";])[\s";]+(?=[=+\-@＝＋－＠])/g;
const parting = /[;\t\r\n]/;

function defused(text: string): string {
  if (plainNumber.test(text)) return text;
  const begun = formula.test(text) ? `'${text}` : text;
  return begun.replace(beforeSign, (between) => (parting.test(between) ? `${between}'` : between));
}
