import type { Dice } from '../dice.ts';
import type { ReasonKey } from '../reasons.ts';
import { ca } from './ca.ts';
import { en } from './en.ts';
import { es } from './es.ts';

const languages = { en, es, ca };

export type CommentLanguage = keyof typeof languages;

/** A comment as somebody of that language might write it about a reason. */
export function writeComment(dice: Dice, language: CommentLanguage, reason: ReasonKey, feels: 'bad' | 'good'): string {
  const { happened, after } = languages[language];
  const first = dice.one(happened[reason]);
  const whole = dice.chance(0.5) ? `${first} ${dice.one(after[feels])}` : first;
  return dice.chance(0.2) ? carelessly(whole) : whole;
}

/** As on a phone, in a hurry: without a capital and without a full stop. */
const carelessly = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '');
