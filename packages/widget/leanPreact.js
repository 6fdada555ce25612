import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const source = join(dirname(createRequire(import.meta.url).resolve('preact/package.json')), 'src');

/**
 * What of Preact is never there in a prompt, as its source names it. Each is read as undefined, and the minifier drops
 * what hangs on it. Reads only: what follows such a name in a list of parameters or before an assignment stays.
 */
const absent = {
  'add-ons': /\boptions\.(?!_catchError)\w+/g,
  'hydration and DOM that was there before': /\b(isHydrating|excessDomChildren|resumed)\b(?!\s*(,|=[^=]))/g,
  'the flags of both': /\b\w+\._flags & MODE_\w+/g,
  suspense: /\be && e\.then\b|\(r = r\._excess\)/g,
  'class components': /\bisClassComponent\b(?! =)/g,
  'methods of components': /\b(c|r|newType)\.(should|component[A-Z]|get[A-Z]|contextType)\w*/g,
  'callbacks after rendering': /\bc\._renderCallbacks\.length\b/g,
  context: /\bprovider\b(?! =)/g,
  portals: /\b(newProps|\w+\.props)\._parentDom\b/g,
  'style attributes': /\bname == 'style'/g,
  'markup strings': /\b(newHtml|oldHtml)\b(?!;| =)|\bi == 'dangerouslySetInnerHTML'/g,
  'elements that the prompt lacks':
    /\bnodeType == '(math|foreignObject|template|progress)'|\bnamespace == MATH_NAMESPACE/g,
  'default values of inputs': /'default\w+' in newProps|newProps\.defaultValue != NULL/g,
};

/** Statements that no tree shaker dares to drop. */
const unused = {
  'what components do to themselves': /^BaseComponent\.prototype\.\w+ = (function.*?\n}|Fragment);/gms,
};

/** Where errors end without a component that takes them. */
const catchError = 'export const _catchError = (error) => { throw error }';

/** Preact's own build shortens the names that begin so, too. */
export const preactsOwnNames = /^_[a-z]/;

/**
 * Builds Preact from its source, without what the prompt does not use: 1.6 KB of every prompt (docs/decisions/0006).
 * What is looked for and not found, because Preact is written differently now, fails the build.
 */
export function leanPreact() {
  const missing = new Set([...Object.keys(absent), ...Object.keys(unused)]);
  return {
    name: 'lean-preact',
    resolveId: (id) => (id === 'preact' ? join(source, 'index.js') : null),
    transform(code, id) {
      if (!id.startsWith(source)) return;
      if (id.endsWith('catch-error.js')) return { code: catchError, map: { mappings: '' } };
      let lean = code;
      for (const [cuts, instead] of [
        [absent, 'undefined'],
        [unused, ''],
      ]) {
        for (const [name, pattern] of Object.entries(cuts)) {
          lean = lean.replace(pattern, () => {
            missing.delete(name);
            return instead;
          });
        }
      }
      return { code: lean, map: { mappings: '' } };
    },
    buildEnd(error) {
      if (!error && missing.size) this.error(`Preact is written differently now: look for ${[...missing].join(', ')}`);
    },
  };
}
