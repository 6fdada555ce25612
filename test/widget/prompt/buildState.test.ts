import { describe, expect, test } from 'vitest';
import { type Asked, buildState, type Standing } from '../../../packages/widget/src/prompt/buildState.ts';

const ask = (said: Partial<Asked> = {}): Asked => ({
  site: 'pk_1',
  touchpoint: 'checkout',
  locale: 'es',
  page: { test: false },
  ...said,
});
const shown: Standing = { id: 'r1', revision: 0, status: 'shown' };
/** As it travels: what is undefined is not there. */
const sent = (...state: Parameters<typeof buildState>) => JSON.parse(JSON.stringify(buildState(...state)));

describe('the state of a response', () => {
  test('that was only shown', () => {
    expect(sent(ask(), shown)).toEqual({
      site: 'pk_1',
      touchpoint: 'checkout',
      id: 'r1',
      revision: 0,
      status: 'shown',
      locale: 'es',
      channel: 'web',
      segment: {},
    });
  });

  test.each<[string, Partial<Asked>, object]>([
    [
      'of a person whom a backend vouches for',
      { known: { id: 'c-77', signature: 'abc' } },
      { respondent: 'c-77', signature: 'abc' },
    ],
    ['of a number of a person', { known: { id: 77, signature: 'abc' } }, { respondent: '77', signature: 'abc' }],
    [
      'of a person with a name too long to be one',
      { known: { id: 'c'.repeat(200), signature: 'abc' } },
      { respondent: 'c'.repeat(128) },
    ],
    ['about what a backend told of', { armed: { channel: 'store' } }, { channel: 'store' }],
    ['about what a backend told of, and not where', { armed: {} }, { channel: 'web' }],
  ])('%s', (_, said, told) => {
    expect(sent(ask(said), shown)).toMatchObject(told);
  });

  test('says nothing of a person for whom nobody vouches', () => {
    expect(Object.keys(sent(ask({ known: { id: 'c-77', segment: {} } }), shown))).not.toContain('respondent');
  });

  test('that was answered in full', () => {
    const answers = { emotion: 'frustrated', strength: 4, reasons: ['delivery'], comment: 'Late.' } as const;
    const state = sent(ask({ version: 3, interaction: 'o1', unexpected: true }), {
      ...shown,
      revision: 3,
      status: 'answered',
      answers: { ...answers, reasons: [...answers.reasons] },
      latencyMs: 1_200,
    });
    expect(state).toMatchObject({ ...answers, revision: 3, status: 'answered', latencyMs: 1_200, version: 3 });
    expect(state).toMatchObject({ interaction: 'o1', unexpected: true });
  });

  test.each<[string, Partial<Asked>, object]>([
    ['a number as interaction', { interaction: 1001 }, { interaction: '1001' }],
    ['an interaction that is too long', { interaction: 'x'.repeat(200) }, { interaction: 'x'.repeat(128) }],
    ['the interaction 0', { interaction: 0 }, { interaction: '0' }],
    ['values that are no strings', { segment: { seats: 3, trial: true } }, { segment: { seats: '3', trial: 'true' } }],
    [
      'names and values that are too long',
      { segment: { ['n'.repeat(40)]: 'v'.repeat(80) } },
      { segment: { ['n'.repeat(32)]: 'v'.repeat(64) } },
    ],
    ['an interaction with a control and half a character', { interaction: 'o\u00001\ud83d' }, { interaction: 'o1' }],
    [
      'an interaction that grows in NFC',
      { interaction: '\u0958'.repeat(100) },
      { interaction: '\u0915\u093c'.repeat(64) },
    ],
    ['an interaction that has no words', { interaction: Object.create(null) }, { interaction: undefined }],
    ['unexpected, said as a word', { unexpected: 'yes' as never }, { unexpected: true }],
    [
      'names that are taken, have a colon, or nothing in them',
      { segment: { channel: 'x', locale: 'y', 'a:b': 'c', '': 'd', empty: '', none: null } },
      { segment: { ab: 'c' } },
    ],
    ['a test', { page: { test: true } }, { test: true }],
  ])('is made to fit: %s', (_, said, expected) => {
    const state = sent(ask(said), shown);
    for (const [name, value] of Object.entries(expected)) expect(state[name]).toEqual(value);
  });

  test('has at most eight traits', () => {
    const segment = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`trait${index}`, 'x']));
    expect(Object.keys(sent(ask({ segment }), shown).segment)).toHaveLength(8);
  });
});
