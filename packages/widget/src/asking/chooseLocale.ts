/**
 * The first wanted language that there is.
 *
 * @param available beginnings of language tags, as regular expressions; what is tried first comes first
 * @returns one of `available`
 * @example chooseLocale(['pt', 'es-MX'], ['es-(?!ES)', 'es', 'en']) === 'es-(?!ES)'
 */
export const chooseLocale = (wanted: (string | undefined)[], available: string[]): string =>
  wanted.flatMap((tag) => available.filter((start) => RegExp(`^${start}\\b`, 'i').test(tag as string)))[0] ?? 'en';
