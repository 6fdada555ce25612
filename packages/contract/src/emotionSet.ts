import { type Emotion, emotionSign } from './emotion.ts';

/** The sets that a touchpoint may offer by name, in the order in which the prompt lays them out: by valence. */
export const emotionSets = {
  core: ['excited', 'happy', 'relieved', 'reassured', 'indifferent', 'confused', 'disappointed', 'frustrated', 'angry'],
  compact: ['happy', 'relieved', 'reassured', 'indifferent', 'disappointed', 'frustrated', 'angry'],
  service: [
    'excited',
    'grateful',
    'relieved',
    'reassured',
    'indifferent',
    'worried',
    'confused',
    'disappointed',
    'angry',
  ],
} as const satisfies Record<string, readonly Emotion[]>;

export type EmotionSetName = keyof typeof emotionSets;

/** A set by its name, or a list of catalogue ids of one's own. */
export type EmotionSet = EmotionSetName | readonly Emotion[];

/** The emotions that a set offers. */
export const emotionsOffered = (set: EmotionSet): readonly Emotion[] =>
  typeof set === 'string' ? emotionSets[set] : set;

/**
 * Whether a list of emotions may be offered: no emotion twice, at least one of each sign, and at most one more of one
 * sign than of the other, so that the set itself does not push the answer.
 */
export function isBalanced(list: readonly Emotion[]): boolean {
  const count = (sign: number) => list.filter((emotion) => emotionSign[emotion] === sign).length;
  return (
    new Set(list).size === list.length &&
    count(1) > 0 &&
    count(0) > 0 &&
    count(-1) > 0 &&
    Math.abs(count(1) - count(-1)) <= 1
  );
}
