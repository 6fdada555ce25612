import type { Movement } from '../../stats/movements.ts';
import type { View } from '../kit/view.ts';
import type { Moved } from '../words/en.ts';

/** Which way a touchpoint moved, as people would say it. */
export const wayOf = ({ figure, before, after }: Movement): Moved['way'] =>
  figure === 'valence' ? (after < before ? 'worse' : 'better') : after < before ? 'weaker' : 'stronger';

/** "got worse on 8 October" */
export const movedText = ({ words, figures }: View, movement: Movement): string =>
  words.moved({ way: wayOf(movement), kind: movement.kind }, figures.day(movement.bucket));
