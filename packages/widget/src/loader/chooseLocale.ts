/**
 * The first wanted language that there is, whole or by a shorter form of it.
 *
 * @param available longer tags before their shorter forms
 * @example chooseLocale(['pt', 'es-MX'], ['es-419', 'es', 'en']) === 'es'
 */
export const chooseLocale = (wanted: (string | undefined)[], available: string[]): string =>
  wanted.flatMap((tag) => available.filter((locale) => RegExp(`^${locale}\\b`, 'i').test(tag as string)))[0] ?? 'en';
