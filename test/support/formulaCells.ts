/** How spreadsheets part cells: by commas, or by `;` where the comma is in numbers, as in Spanish and Catalan. */
const separators = [',', ';', '\t'];

/**
 * The cells of a table that a spreadsheet may take for a formula, whichever sign parts its cells: a quote counts only
 * where a cell begins with it.
 */
export function formulaCells(file: string): string[] {
  const formula = /^[\s\uFEFF"]*[=+\-@＝＋－＠]|^[\t\r\n]/;
  return separators
    .flatMap((separator) => cellsOf(file.replace(/^\uFEFF/, ''), separator))
    .filter((cell) => formula.test(cell) && !/^-?\d+(\.\d+)?(,.*)?$/s.test(cell));
}

/** Reads on where others would call it broken, as spreadsheets do. */
function cellsOf(file: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < file.length; at++) {
    const sign = file[at];
    if (isQuoted && sign === '"' && file[at + 1] === '"') cell += file[at++];
    else if (isQuoted && sign === '"') isQuoted = false;
    else if (!isQuoted && sign === '"' && cell === '') isQuoted = true;
    else if (!isQuoted && (sign === separator || sign === '\n' || sign === '\r')) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}
