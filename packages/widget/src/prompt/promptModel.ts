import { type Signal, signal } from '@preact/signals';
import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { responseLimits } from '@vivencia/contract/response';
import type { Evaluation, Strength } from '@vivencia/contract/scale';

/** Reasons and comment are two ways to say why: they share the step `reasons`, unless an evaluation is between them. */
export type Step = 'emotion' | 'strength' | 'reasons' | 'evaluation' | 'comment' | 'thanks';

/** What the person has given so far. */
export interface Answers {
  emotion: Emotion;
  strength?: Strength | undefined;
  reasons?: string[] | undefined;
  evaluation?: Evaluation | undefined;
  comment?: string | undefined;
}

export interface PromptModel {
  step: Signal<Step>;
  emotion: Signal<Emotion | undefined>;
  strength: Signal<Strength | undefined>;
  reasons: Signal<string[]>;
  /** On the scale of the touchpoint's evaluation. */
  rating: Signal<number | undefined>;
  comment: Signal<string>;
  chooseEmotion(emotion: Emotion): void;
  chooseStrength(strength: Strength): void;
  toggleReason(key: string): void;
  rate(value: number): void;
  send(): void;
  back(): void;
  /** To the next step, without an answer to this one, or with the one that is there. */
  skip(): void;
}

/**
 * The steps of one prompt and what is chosen in them. An answer is complete after the emotion and its strength: what
 * follows may be skipped, and every tap is told at once.
 */
export function createPromptModel(
  settings: Pick<PromptSettings, 'strength' | 'reasons' | 'evaluation' | 'comment'>,
  answered: (answers: Answers) => void,
): PromptModel {
  const step = signal<Step>('emotion');
  const emotion = signal<Emotion | undefined>();
  const strength = signal<Strength | undefined>();
  const reasons = signal<string[]>([]);
  const rating = signal<number | undefined>();
  const comment = signal('');
  const scale = settings.evaluation;
  let sent: string | undefined;

  const move = (by: 1 | -1) => {
    const steps: (Step | false | null)[] = [
      'emotion',
      settings.strength && !!emotionSign[emotion.value as Emotion] && 'strength',
      settings.reasons.length > 0 && 'reasons',
      scale && 'evaluation',
      settings.comment !== 'off' && (!!scale || !settings.reasons.length) && 'comment',
      'thanks',
    ];
    const asked = steps.filter((name) => name);
    step.value = asked[asked.indexOf(step.value) + by] as Step;
  };
  const answer = () =>
    answered({
      emotion: emotion.value as Emotion,
      strength: strength.value,
      reasons: reasons.value,
      evaluation:
        rating.value === undefined ? rating.value : { scale: scale as Evaluation['scale'], value: rating.value },
      comment: sent,
    });

  return {
    step,
    emotion,
    strength,
    reasons,
    rating,
    comment,
    chooseEmotion(chosen) {
      if (emotion.value !== chosen) {
        emotion.value = chosen;
        // How strongly another feeling was felt says nothing about this one.
        strength.value = undefined;
        answer();
      }
      move(1);
    },
    chooseStrength(chosen) {
      if (strength.value !== chosen) {
        strength.value = chosen;
        answer();
      }
      move(1);
    },
    toggleReason(key) {
      const others = reasons.value.filter((reason) => reason !== key);
      if (others.length < reasons.value.length) reasons.value = others;
      else if (others.length < responseLimits.reasons) reasons.value = [...others, key];
      answer();
    },
    rate(value) {
      if (rating.value !== value) {
        rating.value = value;
        answer();
      }
      move(1);
    },
    send() {
      // As the collector measures it: some characters grow when they are normalized.
      const text = comment.value.trim().normalize().slice(0, responseLimits.comment) || undefined;
      if (text !== sent) {
        sent = text;
        answer();
      }
      move(1);
    },
    back: () => move(-1),
    skip: () => move(1),
  };
}
