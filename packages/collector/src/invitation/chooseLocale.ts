import { parseAccept } from 'hono/utils/accept';
import type { BuiltWidget } from '../asset/builtWidget.ts';

/** Tags of an Accept-Language header that are looked at. */
const mostTags = 20;

/**
 * The prompt's locale for the first wanted language that there is.
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

/** The tags of an Accept-Language header, most wanted first. */
export const acceptedTags = (header = ''): string[] =>
  parseAccept(header)
    .slice(0, mostTags)
    .filter(({ q }) => q > 0)
    .map(({ type }) => type);
