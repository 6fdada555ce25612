import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';

/** As in the widget's prompt: reasons and comment share a step, unless an evaluation is between them. */
export type Step = 'emotion' | 'strength' | 'reasons' | 'evaluation' | 'comment' | 'thanks';

type Asking = Pick<TouchpointSettings, 'strength' | 'reasons' | 'evaluation' | 'comment'>;

/** What is asked of somebody who feels so, in order. */
export const stepsOf = (settings: Asking, emotion: Emotion): Step[] => {
  const { strength, reasons, evaluation, comment } = settings;
  const steps: (Step | false)[] = [
    'emotion',
    strength && emotionSign[emotion] !== 0 && 'strength',
    reasons.length > 0 && 'reasons',
    evaluation !== null && 'evaluation',
    asksComment(comment) && !isBesideReasons(settings) && 'comment',
    'thanks',
  ];
  return steps.filter((step) => step !== false);
};

const asksComment = (mode: Asking['comment']) => mode !== 'off';

/** Whether the comment is asked for in the same step as the reasons. */
export const isBesideReasons = ({ reasons, evaluation, comment }: Asking) =>
  asksComment(comment) && reasons.length > 0 && evaluation === null;
