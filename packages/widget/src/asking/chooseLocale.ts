/**
 * The first wanted language that there is.
 *
 * @param available beginnings of language tags, as regular expressions; what is tried first comes first
 * @returns one of `available`
 * @example chooseLocale(['pt', 'es-MX'], ['es-(?!ES)', 'es', 'en']) === 'es-(?!ES)'
 */
export function chooseLocale(wanted: (string | undefined)[], available: string[]): string {
  for (const tag of wanted) {
    const found = tag && available.find((start) => RegExp(`^${start}\\b`, 'i').test(tag));
    if (found) return found;
  }
  return 'en';
}
