import type { Emotion } from '@vivencia/contract/emotion';

/** Which answers of one touchpoint to count by several segments at once. Moments are milliseconds since 1970. */
export interface JointQuery {
  site: number;
  touchpoint: string;
  /** Answered from here on … */
  from: number;
  /** … and before this. */
  to: number;
  version?: number;
  /** By these names; values that are not among a name's are counted as one. */
  segments: { name: string; values: string[] }[];
  /** How many of the site's responses are looked at, at most: the newest. */
  look: number;
}

export interface JointAnswers {
  groups: JointGroup[];
  /** How many answers the groups hold. */
  answers: number;
  /** Whether there may be more responses than were looked at. */
  isCut: boolean;
}

/** Answers that are alike in all that was asked for. */
export interface JointGroup {
  /** For each of the query's names the place of its value there; −1: another value, or none. */
  values: number[];
  emotion: Emotion;
  strength: number | null;
  latencyBin: number;
  count: number;
}
