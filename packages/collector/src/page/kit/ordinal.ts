/** What a place in an order ends in, by its plural category. Masculine, as "puesto" and "lloc" are. */
const endings: Record<string, Partial<Record<Intl.LDMLPluralRule, string>>> = {
  en: { one: 'st', two: 'nd', few: 'rd', other: 'th' },
  es: { other: '.º' },
  ca: { one: 'r', two: 'n', few: 't', other: 'è' },
};

/**
 * Writes places in an order as people of a locale do.
 *
 * @param locale BCP 47 tag of one of the pages' languages
 * @example ordinalIn('ca')(2) // '2n'
 */
export function ordinalIn(locale: string): (place: number) => string {
  const rules = new Intl.PluralRules(locale, { type: 'ordinal' });
  const [language = ''] = locale.split('-');
  return (place) => `${place}${endings[language]?.[rules.select(place)] ?? '.'}`;
}
