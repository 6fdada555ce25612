import { touchpointLimits as limits } from '@vivencia/contract/touchpoint';
import type { Why } from '../../declare/touchpointSchema.ts';
import type { Words } from '../words/en.ts';

/** What is wrong with a field of the form. */
export interface Problem {
  /** Its name. */
  field: string;
  say(words: Words['settings']['problem']): string;
}

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  params?: Record<string, unknown> | undefined;
  errors?: unknown;
}

/** Rows of the form by place in what was read: empty rows are not read. */
interface Placed {
  triggers: number[];
  reasons: number[];
}

/** The most that numbers may be, as the form has them; none may be less than 0. */
const largest: Record<string, number> = {
  sampling: 100,
  delay: limits.delayMs / 1000,
  answeredDays: limits.againDays,
  dismissedDays: limits.againDays,
};

/** One problem a field, in the order of the form. */
export function problemsOf(issues: Issue[], placed: Placed): Problem[] {
  const byField = new Map<string, Problem>();
  for (const issue of issues) {
    const field = fieldOf(issue.path.map(String), placed);
    if (!byField.has(field)) byField.set(field, { field, say: sayingOf(issue, field) });
  }
  return [...byField.values()];
}

function fieldOf([name = '', place, part, locale]: string[], placed: Placed): string {
  switch (name) {
    case 'triggers': {
      if (place === undefined) return 'triggers';
      const row = placed.triggers[Number(place)];
      return `trigger.${row}.${part === 'on' || part === 'match' || part === 'product' ? 'on' : 'value'}`;
    }
    case 'reasons': {
      if (place === undefined) return 'reasons';
      const row = placed.reasons[Number(place)];
      return part === 'label' ? `reason.${row}.label.${locale ?? 'en'}` : `reason.${row}.key`;
    }
    case 'wording':
      return place === undefined ? 'wording' : `wording.${place}.${part ?? 'question'}`;
    case 'delayMs':
      return 'delay';
    case 'again':
      return place ?? 'answeredDays';
    default:
      return name;
  }
}

function sayingOf(issue: Issue, field: string): Problem['say'] {
  const most = largest[field];
  if (most !== undefined) return (words) => words.range(most);
  if (field === 'emotions') return (words) => words.unbalanced;
  const why = issue.params?.why as Why | undefined;
  if (why === 'tooLong') return (words) => words.tooLong(Number(issue.params?.maximum));
  if (why) return (words) => words[why];
  if (/^reason\..*key$/.test(field)) return (words) => words.key;
  if (issue.code === 'too_big') return (words) => words.tooMany;
  return issue.code === 'too_small' ? (words) => words.blank : (words) => words.choose;
}
