import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { leanPreact, preactsOwnNames } from './leanPreact.js';

const locales = 'en es es-419 ca gl eu pt-BR fr de it nl pl tr ja zh-Hans ar'.split(' ');

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = `${here}dist/`;

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

/** The entry of one locale's chunk: the prompt with that locale's words. */
const promptIn = (locale) => ({
  name: 'prompt-in-locale',
  resolveId: (id) => (id === `prompt.${locale}` ? id : null),
  load: (id) =>
    id === `prompt.${locale}`
      ? `import { openPrompt } from '${here}src/prompt/openPrompt.tsx';
         import { words } from '${here}src/locale/${locale}.ts';
         export default (ask, settings) => openPrompt(ask, settings, words, '${locale}');`
      : null,
});

/** Built files by name: `loader`, `prompt.en` … */
const built = new Map();

const hash = (texts) => createHash('sha256').update(texts.join('')).digest('hex').slice(0, 8);

/**
 * When all is built, gives the files their names, removes those of earlier builds, and writes the manifest with their
 * sizes. The prompts have one hash together: every page view pays for their names, and what repeats costs next to nothing.
 */
const named = {
  name: 'named',
  async writeBundle(_, bundle) {
    for (const { name, code } of Object.values(bundle)) built.set(name, code);
    if (built.size < 1 + locales.length) return;
    const { loader, ...prompts } = Object.fromEntries(built);
    const hashes = { loader: hash([loader]), prompt: hash(Object.values(prompts)) };
    for (const file of await readdir(dist)) if (file.endsWith('.js')) await rm(dist + file);
    const manifest = {};
    for (const [name, code] of built) {
      const file = `${name}.${hashes[name.split('.')[0]]}.js`;
      await writeFile(dist + file, code);
      const bytes = Buffer.from(code);
      manifest[name] = {
        file,
        bytes: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes).length,
      };
    }
    await writeFile(`${dist}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  },
};

/** Functions used once are not inlined: that is smaller before compression, and larger after it. */
const minified = (module) =>
  terser({
    module,
    mangle: { properties: module && { regex: preactsOwnNames } },
    ecma: 2020,
    toplevel: true,
    compress: { passes: 4, inline: 1, unsafe_arrows: true, pure_getters: true, unsafe: true },
  });

/**
 * Dependencies and our own modules only define things: what nobody imports is left out. So is what @preact/signals does
 * to Preact's components on import: the prompt renders in one effect and needs of it the signals alone. 1.6 KB of every
 * prompt (docs/decisions/0006).
 */
const treeshake = { moduleSideEffects: (id) => id.endsWith('scriptTag.ts') || /prompt\.\w|signals-core/.test(id) };

export default [
  {
    input: { loader: `${here}src/loader/scriptTag.ts` },
    output: { dir: dist, format: 'iife', strict: false, entryFileNames: '[name].js' },
    plugins: [nodeResolve(), esbuild({ target: 'es2020', tsconfig: false }), minified(false), named],
    treeshake,
  },
  ...locales.map((locale) => ({
    input: { [`prompt.${locale}`]: `prompt.${locale}` },
    output: { dir: dist, format: 'es', entryFileNames: '[name].js' },
    plugins: [
      promptIn(locale),
      stylesheet,
      withoutComputed,
      leanPreact(),
      nodeResolve({ extensions: ['.mjs', '.js', '.ts', '.tsx'] }),
      esbuild({
        target: 'es2022',
        tsconfig: false,
        jsx: 'transform',
        jsxFactory: 'h',
        jsxFragment: 'Fragment',
        // createElement is in the bundle anyway; the jsx runtime would come on top.
        banner: "import { createElement as h, Fragment } from 'preact';",
      }),
      minified(true),
      named,
    ],
    treeshake,
  })),
];
