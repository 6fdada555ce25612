import { acceptedTags } from '../../http/acceptedTags.ts';
import { ca } from '../words/ca.ts';
import { en, type Words } from '../words/en.ts';
import { es, es419 } from '../words/es.ts';

/** The languages of the pages. */
export const languages = { en, es, 'es-419': es419, ca } satisfies Record<string, Words>;

export type Language = keyof typeof languages;

/** What a page offers as a choice, in each language's own name. */
export const languageNames = { en: 'English', es: 'Español', ca: 'Català' } as const satisfies Partial<
  Record<Language, string>
>;

export interface Choice {
  language: Language;
  /** The same with the reader's own region, which decides how numbers and dates are written: `en-GB`. */
  locale: string;
}

/** A language of ours, with or without a region. Nothing else of a tag says anything to us. */
const ourTag = /^(en|es|ca)(?:-([a-z]{2}|419))?$/i;

/**
 * The language to answer in: the asked one, or the best that the browser accepts, or English.
 *
 * @param asked value of `?lang=`
 * @param accepted the Accept-Language header
 * @example chooseLanguage(undefined, 'gl, ca-ES;q=0.8, en;q=0.5') // { language: 'ca', locale: 'ca-ES' }
 */
export function chooseLanguage(asked: string | undefined, accepted: string | undefined): Choice {
  const acceptable = acceptedTags(accepted).flatMap((tag) => choiceOf(tag) ?? []);
  const choice = choiceOf(asked ?? '');
  if (!choice) return acceptable[0] ?? { language: 'en', locale: 'en' };
  // Who asks for a language without a region gets it as their browser would have it.
  return acceptable.find(({ language }) => language === choice.language) ?? choice;
}

function choiceOf(tag: string): Choice | undefined {
  const [, language, region] = ourTag.exec(tag) ?? [];
  if (!language) return undefined;
  const plain = language.toLowerCase() as 'en' | 'es' | 'ca';
  // Every Spanish with a region other than Spain is of the Americas here.
  const isAmerican = plain === 'es' && region !== undefined && region.toLowerCase() !== 'es';
  return { language: isAmerican ? 'es-419' : plain, locale: region ? `${plain}-${region.toUpperCase()}` : plain };
}
