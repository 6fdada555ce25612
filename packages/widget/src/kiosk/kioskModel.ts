import { type Signal, signal } from '@preact/signals';
import type { Emotion } from '@vivencia/contract/emotion';
import { type Answers, createPromptModel, type PromptModel } from '../prompt/promptModel.ts';

/** A tap so soon after the last answer is no other person's: it is discarded, and counted. Thanks stays for as long. */
export const quietMs = 5_000;
/** Whoever says no strength has gone on. Every touch begins this anew. */
export const strengthMs = 8_000;
/** After so long without a touch the faces move, so that who passes by sees that they are asked. */
export const idleAfterMs = 20_000;

/** Hears what becomes of each answer. */
export interface Listener {
  /** @param isFirst whether it is another person's, or the same one's grown answer */
  answered(answers: Answers, isFirst: boolean): void;
  /** A tap was discarded. */
  repeated(): void;
}

export interface KioskModel {
  /** What the person before the screen is asked: another one for each. */
  round: Signal<PromptModel>;
  /** How often waiting was begun, for what shows how long it takes. */
  waits: Signal<number>;
  /** Nobody has touched the screen for a while. */
  isIdle: Signal<boolean>;
  chooseEmotion(emotion: Emotion): void;
  /** A tap that could answer nothing. */
  repeat(): void;
  /** Somebody is there. */
  touch(): void;
  /** Whether it asks, and nobody has begun to answer. */
  isAtStart(): boolean;
  /** Back to the question, whatever was going on. */
  restart(): void;
}

/** One question, again and again: face, strength, thanks, and back to the face. No step waits for anybody for ever. */
export function createKioskModel(asks: { strength: boolean }, listener: Listener): KioskModel {
  const settings = { strength: asks.strength, reasons: [], evaluation: null, comment: 'off' } as const;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let idling: ReturnType<typeof setTimeout> | undefined;

  const begin = () => {
    let isFirst = true;
    return createPromptModel({ ...settings, reasons: [] }, (answers) => {
      answeredAt = performance.now();
      listener.answered(answers, isFirst);
      isFirst = false;
    });
  };
  const model: KioskModel = {
    round: signal(begin()),
    waits: signal(0),
    isIdle: signal(false),
    chooseEmotion(emotion) {
      const round = model.round.value;
      const isNew = round.emotion.value === undefined;
      if (isNew && performance.now() - answeredAt < quietMs) listener.repeated();
      else round.chooseEmotion(emotion);
    },
    repeat: () => listener.repeated(),
    touch() {
      model.isIdle.value = false;
      clearTimeout(idling);
      idling = setTimeout(() => {
        model.isIdle.value = model.isAtStart();
      }, idleAfterMs);
      // Thanks stays for no longer, however often it is tapped.
      if (model.round.value.step.value !== 'thanks') wait();
    },
    isAtStart: () => model.round.value.step.value === 'emotion',
    restart() {
      model.round.value = begin();
    },
  };

  /** Leads on from the step that is shown, in its time. */
  const wait = () => {
    clearTimeout(waiting);
    const { emotion, step, skip } = model.round.value;
    // Who went back to choose another face, and left, is no reason to keep that face chosen.
    const isLeft = step.value === 'emotion' && emotion.value !== undefined;
    if (step.value === 'thanks') waiting = setTimeout(model.restart, quietMs);
    else if (step.value === 'strength') waiting = setTimeout(skip, strengthMs);
    else if (isLeft) waiting = setTimeout(model.restart, strengthMs);
    model.waits.value++;
  };
  model.round.subscribe((round) => {
    round.step.subscribe(() => {
      if (round === model.round.value) wait();
    });
  });
  model.touch();
  return model;
}
