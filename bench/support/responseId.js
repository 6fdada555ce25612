import { randomBytes } from 'node:crypto';

let sequence = 0;

/** A UUID of version 7 for a moment in milliseconds since 1970, as the widget makes them, but each surely new. */
export function responseIdAt(moment) {
  const time = Math.floor(moment).toString(16).padStart(12, '0');
  const random = randomBytes(8).toString('hex');
  sequence = (sequence + 1) & 0xfff;
  const counted = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counted}-8${random.slice(1, 4)}-${random.slice(4)}`;
}
