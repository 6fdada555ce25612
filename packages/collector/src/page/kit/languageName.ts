import type { View } from './view.ts';

/** "español": a language by its own name in the page's language; its tag where Intl knows none. */
export function languageName({ language }: View, tag: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "Español": the same where it stands alone. */
export function languageTitle(view: View, tag: string): string {
  const name = languageName(view, tag);
  return name.charAt(0).toLocaleUpperCase(view.language) + name.slice(1);
}
