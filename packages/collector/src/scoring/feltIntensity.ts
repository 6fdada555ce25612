import type { Sign } from '@vivencia/contract/emotion';
import { strengthBounds } from '@vivencia/contract/scale';

/** What one answer says of a feeling. */
export interface Feeling {
  /** σ: which way it points. */
  sign: Sign;
  /** i = r/5, 0…1: how strongly it was felt; `null` where the person did not say. */
  intensity: number | null;
}

/**
 * The felt intensity of an answer: i = r/5 of the strength r; 0 where the emotion is neutral, whatever its strength.
 * A signed emotion without strength has an unknown intensity, not 0.
 *
 * @param sign of the emotion
 * @param strength 1–5, or `null` where it was left out
 * @throws RangeError for a strength outside 1–5
 * @example feltIntensity(emotionSign.angry, 4) // { sign: -1, intensity: 0.8 }
 * @see scoring.md §1
 */
export function feltIntensity(sign: Sign, strength: number | null): Feeling {
  const { min, max } = strengthBounds;
  if (strength !== null && !(strength >= min && strength <= max)) {
    throw new RangeError(`strength must be ${min}–${max} or null, not ${strength}`);
  }
  if (sign === 0) return { sign, intensity: 0 };
  return { sign, intensity: strength === null ? null : strength / max };
}
