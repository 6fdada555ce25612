import { languageName } from './languageName.ts';
import type { View } from './view.ts';

/** The name of a segment as people read it: only the built-in ones are words of ours. */
export const segmentName = ({ words }: View, name: string) =>
  name === 'channel' || name === 'locale' ? words.filter[name] : name;

/** Languages by their own name in the page's language, where Intl knows them. */
export function segmentValue(view: View, name: string, value: string): string {
  if (name === 'channel') return (view.words.filter.channels as Record<string, string>)[value] ?? value;
  return name === 'locale' ? languageName(view, value) : value;
}
