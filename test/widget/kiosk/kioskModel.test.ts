// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createKioskModel,
  idleAfterMs,
  type KioskModel,
  quietMs,
  strengthMs,
} from '../../../packages/widget/src/kiosk/kioskModel.ts';

let told: string[];
let model: KioskModel;

const open = (strength = true) => {
  told = [];
  model = createKioskModel(
    { strength },
    {
      answered: ({ emotion, strength }, isFirst) =>
        told.push([isFirst ? 'first' : 'again', emotion, strength].filter(Boolean).join(' ')),
      repeated: () => told.push('repeat'),
    },
  );
};
const step = () => model.round.value.step.value;
const pass = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  open();
});
afterEach(() => vi.useRealTimers());

describe('one person after the other', () => {
  test('face, strength, thanks, and five seconds later the question again', () => {
    expect(step()).toBe('emotion');
    model.chooseEmotion('angry');
    expect(step()).toBe('strength');
    model.round.value.chooseStrength(4);
    expect(step()).toBe('thanks');
    pass(quietMs - 1);
    expect(step()).toBe('thanks');
    pass(1);
    expect(step()).toBe('emotion');
    model.chooseEmotion('happy');
    expect(told).toEqual(['first angry', 'again angry 4', 'first happy']);
  });

  test('who says no strength has gone on', () => {
    model.chooseEmotion('angry');
    pass(strengthMs - 1);
    expect(step()).toBe('strength');
    pass(1);
    expect(step()).toBe('thanks');
    pass(quietMs);
    expect(step()).toBe('emotion');
    expect(told).toEqual(['first angry']);
  });

  test('every touch gives them more time for the strength, and none for thanks', () => {
    model.chooseEmotion('angry');
    pass(strengthMs - 1);
    model.touch();
    pass(strengthMs - 1);
    expect(step()).toBe('strength');
    pass(1);
    pass(quietMs - 1);
    model.touch();
    pass(1);
    expect(step()).toBe('emotion');
  });

  test('no strength is asked where the touchpoint does not, nor of who is indifferent', () => {
    model.chooseEmotion('indifferent');
    expect(step()).toBe('thanks');
    open(false);
    model.chooseEmotion('angry');
    expect(step()).toBe('thanks');
  });

  test('who tapped the wrong face goes back, and says one thing', () => {
    model.chooseEmotion('angry');
    model.round.value.back();
    model.chooseEmotion('happy');
    expect(told).toEqual(['first angry', 'again happy']);
    expect(step()).toBe('strength');
  });

  test('who goes back and leaves takes their chosen face along', () => {
    model.chooseEmotion('angry');
    model.round.value.back();
    expect(step()).toBe('emotion');
    pass(strengthMs);
    expect(model.round.value.emotion.value).toBeUndefined();
    model.chooseEmotion('happy');
    expect(told).toEqual(['first angry', 'first happy']);
  });
});

describe('a tap within five seconds of the last answer', () => {
  test('is discarded and counted, however the question came back', () => {
    open(false);
    model.chooseEmotion('angry');
    model.restart();
    pass(quietMs - 1);
    model.chooseEmotion('happy');
    expect(step()).toBe('emotion');
    pass(1);
    model.chooseEmotion('happy');
    expect(told).toEqual(['first angry', 'repeat', 'first happy']);
  });

  test('counts from the strength where that was said last', () => {
    model.chooseEmotion('angry');
    pass(3_000);
    model.round.value.chooseStrength(2);
    model.restart();
    pass(3_000);
    model.chooseEmotion('happy');
    expect(told).toEqual(['first angry', 'again angry 2', 'repeat']);
  });
});

test('the faces move when nobody has touched the screen for a while', () => {
  pass(idleAfterMs - 1);
  expect(model.isIdle.value).toBe(false);
  pass(1);
  expect(model.isIdle.value).toBe(true);
  model.touch();
  expect(model.isIdle.value).toBe(false);
});
