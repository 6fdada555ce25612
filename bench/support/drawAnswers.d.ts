import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { AnswerShape } from './answerShapes.js';

export interface DrawnAnswers {
  sign: -1 | 0 | 1;
  intensity: number | null;
  weight: number;
  count: number;
}

export function answersOf(
  shape: AnswerShape,
  circumstances?: { withoutStrength?: number; latencies?: readonly (readonly [weight: number, share: number])[] },
): (random: RandomGenerator, n: number, onTop?: boolean) => DrawnAnswers[];
