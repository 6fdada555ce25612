import type { Touchpoint } from '../../store/site.ts';
import type { Language } from './language.ts';

/** A reason as the touchpoint's settings word it: in the page's language, else in any; else its key. */
export function reasonLabel(touchpoint: Touchpoint | undefined, key: string, language: Language): string {
  const label = touchpoint?.settings.reasons.find((reason) => reason.key === key)?.label ?? {};
  const [plain = ''] = language.split('-');
  return label[language] ?? label[plain] ?? label.en ?? Object.values(label)[0] ?? key;
}
