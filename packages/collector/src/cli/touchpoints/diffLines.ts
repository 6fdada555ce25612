import type { DeclarationChanges } from '../../declare/declarationChanges.ts';

/** Changes as people read them: what is added, what is changed field by field, what is hidden. */
export const diffLines = ({ added, changed, hidden }: DeclarationChanges): string[] => [
  ...added.map(({ key, settings }) => `+ ${key}  ${JSON.stringify(settings.title)}`),
  ...changed.flatMap(({ key, fields }) => [`~ ${key}`, ...fields.flatMap(fieldLines)]),
  ...hidden.map((key) => `- ${key}  hidden; its answers stay`),
];

/** On one line what is short, else one below the other. */
function fieldLines({ field, from, to }: { field: string; from: unknown; to: unknown }): string[] {
  const [before, after] = [JSON.stringify(from), JSON.stringify(to)];
  if (before.length + after.length <= 80) return [`    ${field}: ${before} → ${after}`];
  return [`    ${field}:`, `      - ${before}`, `      + ${after}`];
}
