import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { leanPreact, preactsOwnNames } from './leanPreact.js';

/** Stylesheets become strings, for adoptedStyleSheets. */
const stylesheet = {
  name: 'stylesheet',
  async transform(code, id) {
    if (!id.endsWith('.css')) return;
    const { code: css } = await transform(code, { loader: 'css', minify: true, target: ['chrome114', 'safari17'] });
    return { code: `export default ${JSON.stringify(css.trim())}`, map: { mappings: '' } };
  },
};

/**
 * Leaves computed signals out: we derive nothing, and their prototype is set up by statements that no tree shaker dares
 * to drop. 250 B of every prompt.
 */
const withoutComputed = {
  name: 'without-computed',
  transform(code, id) {
    if (!id.endsWith('signals-core.mjs')) return;
    const prototype = /(\w)\.prototype=new \w;.*?(?=function \w\(t,i\)\{return new \1\()/s;
    if (!prototype.test(code)) this.error('@preact/signals-core is built differently now: look for Computed');
    return { code: code.replace(prototype, ''), map: { mappings: '' } };
  },
};

/**
 * Modules that the build writes, by name, and imports of files that stand beside the bundle when it runs: the address of
 * each by how its specifier ends.
 */
const linked = (modules, beside) => ({
  name: 'linked',
  resolveId(id) {
    if (id in modules) return id;
    if (id.startsWith('./') && id.endsWith('.js')) return { id, external: true };
    const [, address] = Object.entries(beside).find(([end]) => id.endsWith(end)) ?? [];
    return address ? { id: address, external: true } : null;
  },
  load: (id) => modules[id],
});

/** Functions used once are not inlined: that is smaller before compression, and larger after it. */
const minified = (module, toplevel) =>
  terser({
    module,
    mangle: { properties: module && { regex: preactsOwnNames } },
    ecma: 2020,
    toplevel,
    compress: { passes: 4, inline: 1, unsafe_arrows: true, pure_getters: true, unsafe: true },
  });

/**
 * Bundles and minifies one entry.
 *
 * @param {string} entry a file, or one of `modules`
 * @param {object} options
 * @param {'es' | 'iife'} [options.format] `iife`: a classic script; with a `name`, an expression in its place
 * @param {string} [options.name]
 * @param {Record<string, string>} [options.modules] source of modules that the build writes, by name
 * @param {Record<string, string>} [options.beside] addresses, relative to the bundle, of what is not bundled
 * @returns {Promise<string>} its code
 */
export async function bundle(entry, { format = 'es', name, modules = {}, beside = {} } = {}) {
  const isDrawn = /^prompt\.|kiosk\/start/.test(entry);
  const build = await rollup({
    input: entry,
    // Preact's own files import each other in circles.
    logLevel: 'silent',
    plugins: [
      linked(modules, beside),
      isDrawn && [stylesheet, withoutComputed, leanPreact()],
      nodeResolve({ extensions: ['.mjs', '.js', '.ts', '.tsx'] }),
      esbuild({
        target: format === 'es' ? 'es2022' : 'es2020',
        tsconfig: false,
        jsx: 'transform',
        jsxFactory: 'h',
        jsxFragment: 'Fragment',
        // createElement is in the bundle anyway; the jsx runtime would come on top.
        ...(isDrawn && { banner: "import { createElement as h, Fragment } from 'preact';" }),
      }),
      minified(format === 'es', !name),
    ],
    // Dependencies and our own modules only define things: what nobody imports is left out. So is what @preact/signals
    // does to Preact's components on import: the prompt renders in one effect and needs of it the signals alone. 1.6 KB
    // of every prompt (docs/decisions/0006).
    treeshake: { moduleSideEffects: (id) => id === entry || id.includes('signals-core') },
  });
  const { output } = await build.generate({ format, name, strict: false });
  await build.close();
  return output[0].code.trim();
}

export const source = fileURLToPath(new URL('src/', import.meta.url));
