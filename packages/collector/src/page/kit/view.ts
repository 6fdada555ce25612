import type { Context } from 'hono';
import type { Words } from '../words/en.ts';
import { Dates } from './dates.ts';
import { Figures } from './figures.ts';
import { chooseLanguage, type Language, languages } from './language.ts';

/** What every part of a page needs to know to write itself: its words, its numbers and dates, and where its links go. */
export interface View {
  language: Language;
  /** The language with the reader's own region, as Intl wants it. */
  locale: string;
  words: Words;
  figures: Figures;
  dates: Dates;
  /** Base address of the collector, without a slash at its end. */
  publicUrl: string;
  /** The parameters of the page's own address that its links keep. */
  kept: Record<string, string>;
  /** Those that only links to the page itself keep. */
  own: Record<string, string>;
  /** An address of ours with the kept parameters; a parameter given as `undefined` is dropped. */
  link(path: string, parameters?: Record<string, string | undefined>): string;
}

/** @param keep names of the parameters that the links on this page carry on */
export function viewOf(c: Context, publicUrl: string, keep: readonly string[]): View {
  const asked = c.req.query('lang');
  const { language, locale } = chooseLanguage(asked, c.req.header('accept-language'));
  const kept: Record<string, string> = {};
  for (const name of ['lang', ...keep]) {
    const value = c.req.query(name);
    if (value) kept[name] = value;
  }
  const words = languages[language];
  const link = (path: string, parameters: Record<string, string | undefined> = {}) =>
    addressOf(publicUrl, path, { ...kept, ...parameters });
  return {
    language,
    locale,
    words,
    figures: new Figures(locale),
    dates: new Dates(locale),
    publicUrl,
    kept,
    own: {},
    link,
  };
}

/** The path of a page of ours, below the path that the collector itself may have. */
export function addressOf(
  publicUrl: string,
  path: string,
  parameters: Record<string, string | undefined> = {},
): string {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return `${new URL(publicUrl).pathname.replace(/\/$/, '')}${path}${query && `?${query}`}`;
}
