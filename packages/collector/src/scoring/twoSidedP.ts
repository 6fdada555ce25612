import { compiled, erfc } from 'cephes';

await compiled;

/** Beyond this p is below 1e-299, and Cephes underflows. */
const hopelessBeyond = 37;

/**
 * How often a standard normal lies at least as far from 0 as z, on either side: p = 2·(1 − Φ(|z|)) = erfc(|z|/√2).
 *
 * @param z any, infinite too
 * @returns 0…1
 * @throws RangeError for NaN
 * @see Moshier 1989, Methods and Programs for Mathematical Functions (Cephes), for erfc
 * @example twoSidedP(1.959964) // 0.05
 */
export function twoSidedP(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z must be a number, not NaN');
  const distance = Math.abs(z);
  return distance > hopelessBeyond ? 0 : erfc(distance / Math.SQRT2);
}
