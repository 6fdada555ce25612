/**
 * Shows a table on stderr while it is being computed; stdout is for the JSON.
 *
 * @param columns each [title, width, what a row shows there]
 * @returns a function that shows a row
 */
export function showTable(title, columns) {
  const show = (cells) =>
    process.stderr.write(`${cells.map((cell, i) => String(cell).padEnd(columns[i][1])).join(' ')}\n`);
  process.stderr.write(`\n${title}\n`);
  show(columns.map(([heading]) => heading));
  return (row) => show(columns.map(([, , of]) => of(row)));
}

/** A share of samples, as tables show it. */
export const share = (figure) => figure.toFixed(3);
