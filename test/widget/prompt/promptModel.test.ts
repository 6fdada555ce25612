import { describe, expect, test } from 'vitest';
import { type Answers, createPromptModel, type PromptModel } from '../../../packages/widget/src/prompt/promptModel.ts';

type Settings = Parameters<typeof createPromptModel>[0];
const reasons = ['delivery', 'price', 'payment', 'search'].map((key) => ({ key, label: { en: key } }));

const run = (settings: Partial<Settings>, taps: (model: PromptModel) => void) => {
  const told: Answers[] = [];
  const model = createPromptModel(
    { strength: true, evaluation: null, comment: 'optional', reasons: [], ...settings },
    (answers) => {
      told.push(JSON.parse(JSON.stringify(answers)));
    },
  );
  taps(model);
  return { told, step: model.step.value, model };
};

describe('the steps', () => {
  test.each<[string, Partial<Settings>, (model: PromptModel) => void, string]>([
    ['begin with the emotion', {}, () => {}, 'emotion'],
    ['go on to its strength', {}, (m) => m.chooseEmotion('angry'), 'strength'],
    ['ask no strength of indifference', {}, (m) => m.chooseEmotion('indifferent'), 'comment'],
    ['ask no strength where it is off', { strength: false }, (m) => m.chooseEmotion('angry'), 'comment'],
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
      'reasons',
    ],
  ])('%s', (_, settings, taps, expected) => {
    expect(run(settings, taps).step).toBe(expected);
  });

  const all = { reasons, evaluation: 'nps' } as const;
  test.each<[string, Partial<Settings>, string[]]>([
    ['everything', all, ['strength', 'reasons', 'evaluation', 'comment', 'thanks']],
    ['reasons and comment in one', { reasons }, ['strength', 'reasons', 'thanks']],
    ['no reasons', { evaluation: 'ces' }, ['strength', 'evaluation', 'comment', 'thanks']],
    ['no comment', { ...all, comment: 'off' }, ['strength', 'reasons', 'evaluation', 'thanks']],
    ['the evaluation alone', { evaluation: 'csat', strength: false, comment: 'off' }, ['evaluation', 'thanks']],
  ])('after the emotion, in their order, each can be skipped, and Back goes through all: %s', (_, settings, steps) => {
    const { model, told } = run(settings, (m) => m.chooseEmotion('happy'));
    const there = steps.map((_, place) => {
      if (place) model.skip();
      return model.step.value;
    });
    expect(there).toEqual(steps);
    const back = steps.map(() => {
      model.back();
      return model.step.value;
    });
    expect(back).toEqual(['emotion', ...steps.slice(0, -1)].reverse());
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

  test('a rating with its scale, also the lowest, and each change of it', () => {
    const { told, step } = run({ evaluation: 'nps' }, (m) => {
      m.chooseEmotion('indifferent');
      m.rate(0);
      m.back();
      m.rate(10);
    });
    expect(told.slice(1)).toEqual([
      { emotion: 'indifferent', reasons: [], evaluation: { scale: 'nps', value: 0 } },
      { emotion: 'indifferent', reasons: [], evaluation: { scale: 'nps', value: 10 } },
    ]);
    expect(step).toBe('comment');
  });

  test('another emotion keeps the rating', () => {
    const { told } = run({ evaluation: 'csat', strength: false }, (m) => {
      m.chooseEmotion('happy');
      m.rate(4);
      m.back();
      m.back();
      m.chooseEmotion('angry');
    });
    expect(told.at(-1)).toEqual({ emotion: 'angry', reasons: [], evaluation: { scale: 'csat', value: 4 } });
  });

  test('nothing of a comment that was typed and not sent', () => {
    const { told } = run({ evaluation: 'csat' }, (m) => {
      m.chooseEmotion('indifferent');
      m.skip();
      m.comment.value = 'Well';
      m.back();
      m.rate(3);
    });
    expect(told.at(-1)).not.toHaveProperty('comment');
  });

  test('nothing, where nothing changed', () => {
    const { told, step } = run({ evaluation: 'ces' }, (m) => {
      m.chooseEmotion('happy');
      m.chooseStrength(2);
      m.back();
      m.chooseStrength(2);
      m.rate(7);
      m.back();
      m.rate(7);
      m.send();
    });
    expect(told).toHaveLength(3);
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
