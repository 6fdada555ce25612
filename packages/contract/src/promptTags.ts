/**
 * The language tags that a prompt's locale is for, as the beginning of a regular expression, where these are not the tags
 * that begin with its name: American Spanish for all but Spain's, Brazil's Portuguese for all, simplified Chinese for all
 * but those who write the traditional one.
 */
const tags: Record<string, string> = {
  'es-419': 'es-(?!ES)',
  'pt-BR': 'pt',
  'zh-Hans': 'zh(?!-(Hant|TW|HK|MO))',
};

/**
 * What the loader chooses a prompt by: files by the tags that each is for, in the order in which they are to be tried.
 *
 * @param files by locale
 * @example promptsByTag({ es: 'e.js', 'es-419': 'a.js' }) // { 'es-(?!ES)': 'a.js', es: 'e.js' }
 */
export const promptsByTag = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files)
      .map(([locale, file]) => [tags[locale] ?? locale, file] as const)
      .sort(([a], [b]) => b.length - a.length),
  );
