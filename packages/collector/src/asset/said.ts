import type { EvaluationScale } from '@vivencia/contract/scale';
import type { Reason, TouchpointSettings, Wording } from '@vivencia/contract/touchpoint';
import type { BuiltWidget, PromptWords } from './builtWidget.ts';

/** What is said in a locale, or in its language: es-419 is content with what is written for es. */
const inLocale = <T>(said: Record<string, T>, locale: string): T | undefined =>
  said[locale] ?? said[locale.replace(/-.*/, '')];

/** What a page says in a locale: the touchpoint's own words, and the prompt's where it has none. */
export class Said {
  readonly words: PromptWords;
  readonly #own: Wording;

  constructor(
    readonly locale: string,
    prompts: BuiltWidget['prompts'],
    wording: TouchpointSettings['wording'] = {},
  ) {
    const prompt = prompts.get(locale);
    if (!prompt) throw new Error('the widget was built without that locale');
    this.words = prompt.words;
    this.#own = inLocale(wording, locale) ?? {};
  }

  /** What a step asks. */
  text(name: Exclude<keyof Wording, 'evaluation'>): string {
    return this.#own[name] ?? this.words[name];
  }

  /** What a scale asks, and what its ends mean. */
  rating(scale: EvaluationScale) {
    const [asked, low, high] = this.words.ratings[scale];
    return { asked: this.#own.evaluation ?? asked, low, high };
  }

  /** A reason as it is worded in this language, else in another one, which is named. */
  reason({ key, label }: Reason): { text: string; lang?: string } {
    const own = inLocale(label, this.locale);
    if (own) return { text: own };
    const [other] = Object.entries(label).sort(([tag]) => (tag === 'en' ? -1 : 1));
    return other ? { text: other[1], lang: other[0] } : { text: key };
  }
}
