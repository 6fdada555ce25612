import type { Dice } from './dice.ts';

/**
 * A UUID of version 7, whose time is the answer's (RFC 9562, section 5.7).
 *
 * @param at milliseconds since 1970
 */
export function uuid7(at: number, dice: Dice): string {
  const time = at.toString(16).padStart(12, '0');
  const [a, b, c] = [dice.hex(), dice.hex(), dice.hex()];
  const variant = dice.one(['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-${variant}${a.slice(3, 6)}-${b}${c.slice(0, 4)}`;
}
