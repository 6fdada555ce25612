import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Wording } from '@vivencia/contract/touchpoint';

/** What a prompt says where a touchpoint says nothing of its own. */
export interface StandardWords extends Record<Exclude<keyof Wording, 'evaluation'>, string> {
  evaluation: Record<EvaluationScale, string>;
}

/** The built prompts by locale: the file, under `assetsPath`, and its words. */
export type BuiltPrompts = ReadonlyMap<string, { file: string; words: StandardWords }>;
