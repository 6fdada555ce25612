/**
 * Whether a regular expression repeats a group that repeats something itself, such as `(a+)+`: on some addresses, which
 * any link may have, such a one takes time that doubles with each character.
 *
 * @param source of a valid regular expression
 */
export function repeatsRepetition(source: string): boolean {
  // What is escaped or in a class is one character.
  const plain = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  /** For each open group, whether something in it is repeated. */
  const groups: boolean[] = [];
  for (let at = 0; at < plain.length; at++) {
    const repeated = /^([*+]|\{\d+,)/.test(plain.slice(at + 1));
    if (plain[at] === '(') groups.push(false);
    else {
      const inside = plain[at] === ')' && groups.pop();
      if (inside && repeated) return true;
      if ((repeated || inside) && groups.length) groups[groups.length - 1] = true;
    }
  }
  return false;
}
