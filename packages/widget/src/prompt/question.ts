import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Words } from '../locale/words.ts';
import type { Step } from './promptModel.ts';

/** What a step asks, or says. */
export const question = (step: Step, text: Words, { evaluation }: PromptSettings): string =>
  ({
    emotion: text.question,
    strength: text.strength,
    reasons: text.reasons,
    evaluation: text.evaluation ?? text.ratings[evaluation as EvaluationScale]?.[0],
    comment: text.comment,
    thanks: text.thanks,
  })[step];
