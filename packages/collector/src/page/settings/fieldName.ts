import type { Wording } from '@vivencia/contract/touchpoint';
import type { Words } from '../words/en.ts';

/** "Reasons", "The question (es)": what stands before a problem. */
export function fieldName(words: Words['settings'], field: string): string {
  const [group = '', place, part, locale] = field.split('.');
  if (group === 'trigger') return words.triggerKind(Number(place) + 1);
  if (group === 'reason') return `${words.reason(Number(place) + 1)}${locale ? ` (${locale})` : ''}`;
  if (group === 'wording') {
    return part ? `${words.wordingPart[part as keyof Wording]} (${place})` : words.wording;
  }
  const names: Record<string, string> = {
    title: words.titleLabel,
    key: words.key,
    stage: words.stage,
    owner: words.owner,
    note: words.note,
    triggers: words.triggers,
    emotions: words.emotions,
    evaluation: words.evaluation,
    reasons: words.reasons,
    sampling: words.sampling,
    delay: words.delay,
    answeredDays: words.answeredDays,
    dismissedDays: words.dismissedDays,
    position: words.position,
  };
  return names[group] ?? words.title;
}
