/** A decimal number without rounding: `digits / 10 ** places`. */
export interface PlainNumber {
  digits: bigint;
  places: number;
}

/** More digits than this are no measurement. */
const plainDecimal = /^([+-]?\d{1,30})(?:\.(\d{1,30}))?$/;

/**
 * "4", "4.0" and "-0.25"; `null` for any other text, such as "4,0", "1e3", "4/5" or "1 000".
 *
 * @example parsePlainNumber('4.50') // { digits: 450n, places: 2 }
 */
export function parsePlainNumber(text: string): PlainNumber | null {
  const [, whole, fraction = ''] = plainDecimal.exec(text) ?? [];
  return whole === undefined
    ? null
    : { digits: BigInt(`${whole.replace('+', '')}${fraction}`), places: fraction.length };
}
