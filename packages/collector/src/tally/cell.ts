import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { type Status, statuses } from '@vivencia/contract/response';
import { type EvaluationScale, evaluationScales } from '@vivencia/contract/scale';

/**
 * What the rating of a cell is on: felt strength, one of the evaluation scales, or a reason that was chosen.
 * The order is the stored code.
 */
export const cellScales = ['felt', ...evaluationScales, 'reason'] as const;
export type CellScale = 'felt' | EvaluationScale | 'reason';

/**
 * The key of one count, in small integers: what the store keeps. Each response stands in one `felt` cell, whatever its
 * status, so those cells count responses; one more for its evaluation and one for each reason; and all of these once
 * more for each of its segments.
 */
export interface Cell {
  /** Quarter-hours since 1970 UTC at which the site's local hour began. */
  hour: number;
  /** Days since 1970-01-01 of the site's local date. */
  day: number;
  touchpoint: number;
  /** 0: the whole; otherwise one `name=value` of the site. */
  segment: number;
  /** Version of the touchpoint's settings; 0 where it was not said. */
  version: number;
  /** Whether it counts as shown: all but a backend's responses that never had a `shown` state. */
  prompted: number;
  test: number;
  /** Index in `statuses`. */
  status: number;
  /** Index in `cellScales`. */
  scale: number;
  /** Index in `emotions` plus 1; 0 where none was given. */
  emotion: number;
  /** Strength 1–5 or 0 where none was given; the value on an evaluation scale; or a reason's number. */
  rating: number;
  latencyBin: number;
}

export const cellNames = [
  'touchpoint',
  'segment',
  'version',
  'prompted',
  'test',
  'status',
  'scale',
  'emotion',
  'rating',
  'latencyBin',
] as const satisfies (keyof Cell)[];

export const statusCode = (status: Status) => statuses.indexOf(status);
export const scaleCode = (scale: CellScale) => cellScales.indexOf(scale);
export const emotionCode = (emotion: Emotion | null) => (emotion === null ? 0 : emotions.indexOf(emotion) + 1);

export const statusOf = (code: number): Status => statuses[code] as Status;
export const scaleOf = (code: number): CellScale => cellScales[code] as CellScale;
export const emotionOf = (code: number): Emotion | null => emotions[code - 1] ?? null;
