import type { BuiltWidget } from './builtWidget.ts';

/**
 * The prompt's locale for the first wanted language that there is, as the widget chooses it.
 *
 * @param wanted language tags, most wanted first
 * @example chooseLocale(['pt', 'es-MX'], prompts) // 'pt-BR'
 */
export function chooseLocale(wanted: (string | null | undefined)[], prompts: BuiltWidget['prompts']): string {
  const longestFirst = [...prompts].sort(([, a], [, b]) => b.tag.length - a.tag.length);
  for (const tag of wanted) {
    const found = tag && longestFirst.find(([, prompt]) => RegExp(`^${prompt.tag}\\b`, 'i').test(tag));
    if (found) return found[0];
  }
  return 'en';
}
