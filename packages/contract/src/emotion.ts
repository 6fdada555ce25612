/** Which way an emotion points: −1 negative, 0 neutral, +1 positive. */
export type Sign = -1 | 0 | 1;

export const signs = [-1, 0, 1] as const satisfies readonly Sign[];

/**
 * The catalogue: each emotion with its sign. Families, not degrees: how much is asked by strength.
 * The order is the stored code, so new emotions go at the end and none is ever removed.
 */
export const emotionSign = {
  happy: 1,
  excited: 1,
  relieved: 1,
  reassured: 1,
  grateful: 1,
  proud: 1,
  calm: 1,
  inspired: 1,
  indifferent: 0,
  confused: -1,
  worried: -1,
  disappointed: -1,
  frustrated: -1,
  angry: -1,
  sad: -1,
  bored: -1,
  ignored: -1,
} as const satisfies Record<string, Sign>;

export type Emotion = keyof typeof emotionSign;

export const emotions = Object.keys(emotionSign) as Emotion[];
