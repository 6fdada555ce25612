import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { snippetsOf } from './snippets.ts';

/*
 * Our script is async: what stands in a page's own script runs before it. So every block of HTML in the documents is run
 * as a page runs it until then.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const documents = ['README.md', ...readdirSync(`${root}docs`).map((file) => `docs/${file}`)];
const blocks = documents
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) => snippetsOf(readFileSync(root + file, 'utf8')).map((snippet) => ({ file, ...snippet })))
  .filter(({ language, code }) => language === 'html' && /<script>/.test(code));

/** Runs the inline scripts in a window of their own: the calls that our script will find when it comes. */
function callsOf(html: string): unknown[][] {
  const window: { vivencia?: { q?: ArrayLike<unknown>[] } } = {};
  const context = createContext(Object.assign(window, { window }));
  for (const [, code = ''] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) runInContext(code, context);
  return (window.vivencia?.q ?? []).map((call) => [...Array.from(call)]);
}

test.each(blocks.map(({ file, line, code }) => [file, line, code] as const))(
  '%s, line %d: what a page says before our script has come is kept',
  (_, __, code) => {
    const said = code.match(/vivencia\('/g)?.length ?? 0;
    expect(callsOf(code)).toHaveLength(said);
  },
);

test('the documents show such calls', () => {
  const calls = blocks.flatMap(({ code }) => callsOf(code));
  expect(calls.filter(([command]) => command === 'identify')).toHaveLength(2);
});
