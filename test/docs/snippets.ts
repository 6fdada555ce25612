/** A block of code of a document. */
export interface Snippet {
  language: string;
  /** What stands behind the language: `sh 422`. */
  note: string;
  code: string;
  /** Line that it begins on. */
  line: number;
}

export const snippetsOf = (markdown: string): Snippet[] =>
  [...markdown.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(({ index, 1: language, 2: note, 3: code }) => ({
    language: language as string,
    note: note as string,
    code: code as string,
    line: markdown.slice(0, index).split('\n').length,
  }));

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

/**
 * Where an answer is not of the form that a document shows: what is shown must be there and of that kind. Texts and
 * figures may be others, and of a list the first is looked at.
 */
export function differences(shown: unknown, answer: unknown, path = ''): string[] {
  if (kindOf(shown) !== kindOf(answer)) return [`${path || 'it'} is ${kindOf(answer)}, shown as ${kindOf(shown)}`];
  if (typeof shown !== 'object' || shown === null) return [];
  return Object.entries(shown).flatMap(([name, value]) =>
    differences(value, (answer as Record<string, unknown>)[name], path ? `${path}.${name}` : name),
  );
}
