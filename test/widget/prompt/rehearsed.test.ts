import { expect, test, vi } from 'vitest';
import { rehearsed } from '../../../packages/widget/src/prompt/rehearsed.ts';

/** Each card is told from the others by its number. */
function chunk() {
  let drawn = 0;
  const numbers = new Map<unknown, number>();
  const draw = vi.fn(() => {
    const show = () => {};
    numbers.set(show, ++drawn);
    return show;
  });
  const { prepare, rehearse } = rehearsed(draw);
  return { rehearse, ask: (own?: object) => numbers.get(prepare(own)), draw };
}

const wording = { emotions: [] };

test('what was rehearsed is what is shown, once', () => {
  const { rehearse, ask } = chunk();
  rehearse(undefined);
  expect([ask(), ask(), ask()]).toEqual([1, 2, 3]);
});

test('of two rehearsals the later one is kept', () => {
  const { rehearse, ask } = chunk();
  rehearse({ ...wording });
  rehearse(wording);
  expect(ask(wording)).toBe(2);
});

test.each([
  ['another touchpoint', wording, { ...wording }],
  ['one without settings of its own', wording, undefined],
  ['one with settings of its own', undefined, wording],
])('a card that was drawn for a touchpoint is not shown for %s, nor later', (_, pressed, asked) => {
  const { rehearse, ask } = chunk();
  rehearse(pressed);
  expect([ask(asked), ask(pressed)]).toEqual([2, 3]);
});

test('nothing is rehearsed once something was asked', () => {
  const { rehearse, ask, draw } = chunk();
  expect(ask()).toBe(1);
  rehearse(undefined);
  expect([ask(), draw.mock.calls.length]).toEqual([2, 2]);
});
