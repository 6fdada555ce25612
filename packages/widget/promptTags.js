/**
 * The language tags that a prompt's locale is for, as the beginning of a regular expression, where these are not the tags
 * that begin with its name: American Spanish for all but Spain's, Brazil's Portuguese for all, simplified Chinese for all
 * but those who write the traditional one.
 */
const tags = {
  'es-419': 'es-(?!ES)',
  'pt-BR': 'pt',
  'zh-Hans': 'zh(?!-(Hant|TW|HK|MO))',
};

/**
 * What a prompt is chosen by: locales by the tags that each is for, in the order in which they are to be tried.
 *
 * @param {string[]} locales
 * @returns {Record<string, string>}
 * @example promptsByTag(['es', 'es-419']) // { 'es-(?!ES)': 'es-419', es: 'es' }
 */
export const promptsByTag = (locales) =>
  Object.fromEntries(locales.map((locale) => [tags[locale] ?? locale, locale]).sort(([a], [b]) => b.length - a.length));
