/** What is said in a locale, or in its language: es-419 is content with what is written for es. */
export const inLocale = <T>(said: Record<string, T>, locale: string): T | undefined =>
  said[locale] ?? said[locale.replace(/-.*/, '')];
