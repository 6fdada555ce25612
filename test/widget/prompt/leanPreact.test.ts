import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * What packages/widget/leanPreact.js leaves out of Preact (docs/decisions/0006). A view that used one of these would
 * just not get it, so it may not; or it takes it off the list there, and off this one.
 */
const leftOut: [name: string, use: RegExp][] = [
  ['class components', /\bextends\s+(Pure)?Component\b/],
  ['context', /\bcreateContext\b|\.Provider\b|\bcontextType\b/],
  ['portals', /\bcreatePortal\b/],
  ['hydration', /\bhydrate\b/],
  ['suspense', /\bSuspense\b|\blazy\(/],
  ['hooks and other add-ons', /from 'preact\/|\buse[A-Z]\w*\(/],
  ['style attributes', /<[^>]*\sstyle=/],
  ['markup strings', /\bdangerouslySetInnerHTML\b/],
  ['default values of inputs', /\bdefault(Value|Checked)\b/],
  ['elements that the prompt lacks', /<(math|foreignObject|template|progress)\b/],
];

const root = new URL('../../../packages/widget/src/prompt/', import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

describe('the views of the prompt', () => {
  it('are read', () => {
    expect(sources.filter((name) => name.startsWith('view/')).length).toBeGreaterThan(2);
  });

  it.each(leftOut)('do without %s', (_, use) => {
    expect(sources.filter((name) => use.test(readFileSync(new URL(name, root), 'utf8')))).toEqual([]);
  });
});
