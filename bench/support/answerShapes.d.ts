/** [sign, strength, share of all answers]; a neutral answer has no strength. */
export type AnswerShape = [sign: -1 | 0 | 1, strength: number | null, share: number][];

export const promisedShapes: Record<'ceilingHeavy' | 'mixed' | 'nineInTenNeutral', AnswerShape>;
export const promisedCoverage: number;
export const extremeShapes: Record<
  | 'nineInTenAtMaximum'
  | 'nineteenInTwentyAtMaximum'
  | 'neutralButFewWeakAndFewStrong'
  | 'nineteenInTwentyAtMaximumAndFewNeutral',
  AnswerShape
>;
export const latencySpread: [bin: number, share: number][];
export function mixtureOf(one: AnswerShape, other: AnswerShape, shareOfOne: number): AnswerShape;
export function allOrNothing(intensity: number): AnswerShape;
export function trueIntensity(shape: AnswerShape): number;
export function trueValence(shape: AnswerShape): number;
