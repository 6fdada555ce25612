import { describe, expect, test } from 'vitest';
import { type Answers, createPromptModel, type PromptModel } from '../../../packages/widget/src/prompt/promptModel.ts';

type Settings = Parameters<typeof createPromptModel>[0];
const reasons = ['delivery', 'price', 'payment', 'search'].map((key) => ({ key, label: { en: key } }));

const run = (settings: Partial<Settings>, taps: (model: PromptModel) => void) => {
  const told: Answers[] = [];
  const model = createPromptModel({ strength: true, comment: 'optional', reasons: [], ...settings }, (answers) => {
    told.push(JSON.parse(JSON.stringify(answers)));
  });
  taps(model);
  return { told, step: model.step.value, model };
};

describe('the steps', () => {
  test.each<[string, Partial<Settings>, (model: PromptModel) => void, string]>([
    ['begin with the emotion', {}, () => {}, 'emotion'],
    ['go on to its strength', {}, (m) => m.chooseEmotion('angry'), 'strength'],
    ['ask no strength of indifference', {}, (m) => m.chooseEmotion('indifferent'), 'why'],
    ['ask no strength where it is off', { strength: false }, (m) => m.chooseEmotion('angry'), 'why'],
    [
      'thank at once where nothing else is asked',
      { strength: false, comment: 'off' },
      (m) => m.chooseEmotion('angry'),
      'thanks',
    ],
    [
      'ask for reasons without a comment',
      { strength: false, comment: 'off', reasons },
      (m) => m.chooseEmotion('angry'),
      'why',
    ],
  ])('%s', (_, settings, taps, expected) => {
    expect(run(settings, taps).step).toBe(expected);
  });

  test('each can be skipped', () => {
    const { step, told } = run({}, (m) => {
      m.chooseEmotion('happy');
      m.skip();
      m.skip();
    });
    expect(step).toBe('thanks');
    expect(told).toEqual([{ emotion: 'happy', reasons: [] }]);
  });

  test('back from the comment on indifference leads to the emotion', () => {
    const { step } = run({}, (m) => {
      m.chooseEmotion('indifferent');
      m.back();
    });
    expect(step).toBe('emotion');
  });
});

describe('what is told', () => {
  test('each tap at once, and what was typed when it is sent', () => {
    const { told } = run({ reasons }, (m) => {
      m.chooseEmotion('frustrated');
      m.chooseStrength(4);
      m.toggleReason('delivery');
      m.comment.value = '  The courier never came. ';
      m.send();
    });
    expect(told).toEqual([
      { emotion: 'frustrated', reasons: [] },
      { emotion: 'frustrated', strength: 4, reasons: [] },
      { emotion: 'frustrated', strength: 4, reasons: ['delivery'] },
      { emotion: 'frustrated', strength: 4, reasons: ['delivery'], comment: 'The courier never came.' },
    ]);
  });

  test('nothing, where nothing changed', () => {
    const { told, step } = run({}, (m) => {
      m.chooseEmotion('happy');
      m.chooseStrength(2);
      m.back();
      m.chooseStrength(2);
      m.send();
    });
    expect(told).toHaveLength(2);
    expect(step).toBe('thanks');
  });

  test('another emotion takes back the strength of the first', () => {
    const { told } = run({}, (m) => {
      m.chooseEmotion('happy');
      m.chooseStrength(5);
      m.back();
      m.back();
      m.chooseEmotion('angry');
    });
    expect(told.at(-1)).toEqual({ emotion: 'angry', reasons: [] });
  });
});

test('at most three reasons, and each can be taken back', () => {
  const { model } = run({ reasons }, (m) => {
    for (const { key } of reasons) m.toggleReason(key);
  });
  expect(model.reasons.value).toEqual(['delivery', 'price', 'payment']);
  model.toggleReason('price');
  model.toggleReason('search');
  expect(model.reasons.value).toEqual(['delivery', 'payment', 'search']);
});
