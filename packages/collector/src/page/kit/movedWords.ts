import type { Movement } from '../../stats/movements.ts';
import type { Moved } from '../words/en.ts';
import type { View } from './view.ts';

/** Which way a touchpoint moved, as people would say it. */
export const wayOf = ({ figure, before, after }: Movement): Moved['way'] =>
  figure === 'valence' ? (after < before ? 'worse' : 'better') : after < before ? 'weaker' : 'stronger';

/** "Emotional balance: +4 before, −55 since." What a trend of the days since cannot show. */
export function movedFrom({ words, figures }: View, { figure, before, after }: Movement): string {
  const name = figure === 'valence' ? words.emotionalBalance : words.emotionalIntensity;
  const write = figure === 'valence' ? figures.signed : figures.whole;
  return words.movedFrom(name, write(before), write(after));
}

/** Days. A sudden change that may lie anywhere in more of them is not said to be of one day. */
const sureSpan = 2;

/** Whether the day of a change is known; what grows has none, and begins when it begins. */
export const isDaySure = ({ kind, earliest, latest }: Movement) => kind === 'ramp' || latest - earliest <= sureSpan;

/** "got worse on 8 October", or "between 3 October and 9 October" where the day is not sure. */
export function movedText({ words, dates }: View, movement: Movement): string {
  const way = wayOf(movement);
  return isDaySure(movement)
    ? words.moved({ way, kind: movement.kind }, dates.day(movement.bucket))
    : words.movedWithin(way, dates.day(movement.earliest), dates.day(movement.latest));
}
