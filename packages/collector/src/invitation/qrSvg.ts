import { encode } from 'uqr';

/** Modules of white around it: readers need them (ISO/IEC 18004, 9.1). */
const quietModules = 4;

/**
 * A text as a QR code, dark on white whatever it stands on: an SVG document without a size of its own. Error correction
 * M, as for paper that gets creased.
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: quietModules });
  const runs = data.flatMap((row, y) => runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`;
}

/** A run of dark modules is one shape: a tenth of the size of one a module, and no hairlines between them. */
function runsOf(row: boolean[]): { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.x + last.length === x) last.length++;
    else runs.push({ x, length: 1 });
  });
  return runs;
}
