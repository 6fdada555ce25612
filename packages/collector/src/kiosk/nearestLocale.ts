/** Tags whose locale does not begin with their language alone. */
const exceptions: [tag: RegExp, locale: string][] = [
  [/^es-(?!es\b)/i, 'es-419'],
  [/^pt\b/i, 'pt-BR'],
  [/^zh\b(?!-(hant|tw|hk|mo))/i, 'zh-Hans'],
];

/**
 * The first wanted language that there is, as the widget chooses it.
 *
 * @param wanted BCP 47 tags, most wanted first
 * @example nearestLocale(['gl-ES', 'es-MX'], ['en', 'es', 'es-419']) // 'es-419'
 */
export function nearestLocale(wanted: readonly string[], available: readonly string[]): string {
  for (const tag of wanted) {
    const language = tag.replace(/-.*/, '').toLowerCase();
    const exact = available.find((locale) => locale.toLowerCase() === tag.toLowerCase());
    const near = exceptions.find(([pattern]) => pattern.test(tag))?.[1] ?? language;
    const found = exact ?? available.find((locale) => locale === near);
    if (found) return found;
  }
  return 'en';
}
