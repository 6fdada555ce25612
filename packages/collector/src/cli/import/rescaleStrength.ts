import { strengthBounds } from '@vivencia/contract/scale';
import type { PlainNumber } from './plainNumber.ts';

/**
 * A strength on a scale up to `maximum`, as one from 1 to 5: value × 5 / maximum, where that is a whole number. It is
 * never rounded: 3 of 7 would be 2.14, and calling that 2 would invent what nobody felt. Whole numbers do the
 * arithmetic, so that no fraction of a float decides.
 *
 * @param maximum the highest value of the file's own scale, a whole number from 1 on
 * @returns `null` where it is not exactly one of 1 to 5
 * @example 8 of 10 → 4 · 7 of 10 → null · 0.4 of 1 → 2
 */
export function rescaleStrength({ digits, places }: PlainNumber, maximum: number): number | null {
  const share = digits * BigInt(strengthBounds.max);
  const whole = 10n ** BigInt(places) * BigInt(maximum);
  if (share % whole !== 0n) return null;
  const strength = share / whole;
  return strength >= strengthBounds.min && strength <= strengthBounds.max ? Number(strength) : null;
}
