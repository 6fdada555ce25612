import type { Movement } from '../../stats/movements.ts';
import type { View } from '../kit/view.ts';
import type { Moved } from '../words/en.ts';

/** Which way a touchpoint moved, as people would say it. */
export const wayOf = ({ figure, before, after }: Movement): Moved['way'] =>
  figure === 'valence' ? (after < before ? 'worse' : 'better') : after < before ? 'weaker' : 'stronger';

/** "Emotional balance: +4 before, −55 since." What a trend of the days since cannot show. */
export function movedFrom({ words, figures }: View, { figure, before, after }: Movement): string {
  const name = figure === 'valence' ? words.emotionalBalance : words.emotionalIntensity;
  const write = figure === 'valence' ? figures.signed : figures.whole;
  return words.movedFrom(name, write(before), write(after));
}

/** "got worse on 8 October" */
export const movedText = ({ words, figures }: View, movement: Movement): string =>
  words.moved({ way: wayOf(movement), kind: movement.kind }, figures.day(movement.bucket));
