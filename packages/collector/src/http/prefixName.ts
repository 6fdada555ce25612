import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

const dayMs = 24 * 60 * 60 * 1000;

/** Stands for a network prefix (/24, or /64 of IPv6) for a day, and cannot be turned back into it. */
export class PrefixName {
  #day = -1;
  #key = randomBytes(32);

  of(address: string, now: number): string {
    const day = Math.floor(now / dayMs);
    if (day !== this.#day) {
      this.#day = day;
      this.#key = randomBytes(32);
    }
    return createHmac('sha256', this.#key).update(prefixOf(address)).digest('base64url');
  }
}

/** "203.0.113.77" → "203.0.113", also where IPv6 carries it; "2001:db8:1:2:3::" → "2001:db8:1:2" */
export function prefixOf(address: string): string {
  if (!isIPv6(address)) return ofIPv4(address);
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped)
    return groups
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':');
  return ofIPv4(
    groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.'),
  );
}

const ofIPv4 = (address: string) => address.split('.').slice(0, 3).join('.');

/** The eight groups of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  const [plain = ''] = address.split('%');
  const hexadecimal = plain.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [left = [], right = []] = hexadecimal.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
}
