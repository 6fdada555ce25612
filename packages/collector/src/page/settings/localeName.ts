import type { View } from '../kit/view.ts';

/** "Spanish", as a page's reader calls it; the tag itself where nobody has a name for it. */
export function localeName(view: View, locale: string): string {
  try {
    const name = new Intl.DisplayNames(view.language, { type: 'language' }).of(locale) ?? locale;
    return name.charAt(0).toLocaleUpperCase(view.language) + name.slice(1);
  } catch {
    return locale;
  }
}
