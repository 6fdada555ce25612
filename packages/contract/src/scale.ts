/** Bounds of each scale, inclusive. Every scale takes whole numbers only. */
export const strengthBounds = { min: 1, max: 5 } as const;

export const evaluationBounds = {
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
  nps: { min: 0, max: 10 },
} as const;

export type Strength = 1 | 2 | 3 | 4 | 5;

export type EvaluationScale = keyof typeof evaluationBounds;

export const evaluationScales = Object.keys(evaluationBounds) as EvaluationScale[];

/** A rating on one of the field's standard scales; never pooled with felt intensity. */
export interface Evaluation {
  scale: EvaluationScale;
  value: number;
}
