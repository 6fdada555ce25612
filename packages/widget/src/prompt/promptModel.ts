import { type Signal, signal } from '@preact/signals';
import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { responseLimits } from '@vivencia/contract/response';
import type { Strength } from '@vivencia/contract/scale';

export type Step = 'emotion' | 'strength' | 'why' | 'thanks';

/** What the person has given so far. */
export interface Answers {
  emotion: Emotion;
  strength?: Strength | undefined;
  reasons?: string[] | undefined;
  comment?: string | undefined;
}

export interface PromptModel {
  step: Signal<Step>;
  emotion: Signal<Emotion | undefined>;
  strength: Signal<Strength | undefined>;
  reasons: Signal<string[]>;
  comment: Signal<string>;
  chooseEmotion(emotion: Emotion): void;
  chooseStrength(strength: Strength): void;
  toggleReason(key: string): void;
  send(): void;
  back(): void;
  /** To the next step, without an answer to this one. */
  skip(): void;
}

/**
 * The prompt's steps: emotion, strength (not of indifference), reasons and comment, thanks.
 *
 * @param answered told of each tap that changes something; what is typed only counts when it is sent
 */
export function createPromptModel(
  settings: Pick<PromptSettings, 'strength' | 'reasons' | 'comment'>,
  answered: (answers: Answers) => void,
): PromptModel {
  const step = signal<Step>('emotion');
  const emotion = signal<Emotion | undefined>();
  const strength = signal<Strength | undefined>();
  const reasons = signal<string[]>([]);
  const comment = signal('');
  let sent: string | undefined;

  const move = (by: 1 | -1) => {
    const steps: (Step | false)[] = [
      'emotion',
      settings.strength && !!emotionSign[emotion.value as Emotion] && 'strength',
      (settings.reasons.length > 0 || settings.comment !== 'off') && 'why',
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
      comment: sent,
    });

  return {
    step,
    emotion,
    strength,
    reasons,
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
    send() {
      const text = comment.value.trim() || undefined;
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
