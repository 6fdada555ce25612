import { emotionSign } from '@vivencia/contract/emotion';
import { describe, expect, it } from 'vitest';
import { feltIntensity } from '../../../packages/collector/src/scoring/feltIntensity.ts';

describe('feltIntensity', () => {
  // scoring.md §1 and api.md: "Strength with indifferent: kept, i = 0"
  it.each([
    ['a negative emotion', 'angry', 5, { sign: -1, intensity: 1 }],
    ['a positive emotion, barely felt', 'happy', 1, { sign: 1, intensity: 0.2 }],
    ['an emotion without strength: unknown, not 0', 'angry', null, { sign: -1, intensity: null }],
    ['a neutral emotion, which needs no strength', 'indifferent', null, { sign: 0, intensity: 0 }],
    ['a neutral emotion with a strength', 'indifferent', 4, { sign: 0, intensity: 0 }],
  ] as const)('%s', (_, emotion, strength, feeling) => {
    expect(feltIntensity(emotionSign[emotion], strength)).toEqual(feeling);
  });

  it.each([0, 6, Number.NaN])('refuses strength %d', (strength) => {
    expect(() => feltIntensity(1, strength)).toThrow(/strength/);
  });
});
