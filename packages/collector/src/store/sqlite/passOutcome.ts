import { suppressionReasons } from '@vivencia/contract/pass';
import type { SitePass } from '../pass.ts';

type Became = Pick<SitePass, 'outcome' | 'reason'>;

/** What became of an interaction that passed, as `pass` stores it: 0 asked, 255 recorded, otherwise why not, from 1 on. */
export const codeOfOutcome = ({ outcome, reason }: Became): number =>
  outcome === 'recorded' ? recorded : reason === null ? 0 : suppressionReasons.indexOf(reason) + 1;

export function outcomeOf(code: number): Became {
  if (code === recorded) return { outcome: 'recorded', reason: null };
  const reason = suppressionReasons[code - 1] ?? null;
  return { outcome: reason === null ? 'asked' : 'suppressed', reason };
}

const recorded = 255;
