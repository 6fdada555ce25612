import type { View } from './view.ts';

/** The name of a segment as people read it: only the built-in ones are words of ours. */
export const segmentName = ({ words }: View, name: string) =>
  name === 'channel' || name === 'locale' ? words.filter[name] : name;

/** Languages by their own name in the page's language, where Intl knows them. */
export function segmentValue({ words, language }: View, name: string, value: string): string {
  if (name === 'channel') return (words.filter.channels as Record<string, string>)[value] ?? value;
  return name === 'locale' ? languageName(language, value) : value;
}

/** A language by its own name in the page's language; its tag where Intl knows none. */
export function languageName(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
