import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle, source } from './bundle.js';
import { promptsByTag } from './promptTags.js';

const locales = 'en es es-419 ca gl eu pt-BR fr de it nl pl tr ja zh-Hans ar'.split(' ');

const dist = fileURLToPath(new URL('dist/', import.meta.url));

const digest = (text, algorithm = 'sha256', encoding = 'hex') => createHash(algorithm).update(text).digest(encoding);
const short = (text) => digest(text).slice(0, 8);

/** The prompt with one locale's words. */
const prompt = (locale) =>
  bundle(`prompt.${locale}`, {
    modules: {
      [`prompt.${locale}`]: `
        import { openPrompt } from '${source}prompt/openPrompt.tsx';
        import { words } from '${source}locale/${locale}.ts';
        export default (ask, settings) => openPrompt(ask, settings, words, '${locale}');`,
    },
  });

/** A trigger module is an expression, which the collector writes into the loaders that need it. */
const trigger = async (file) =>
  (await bundle(`${source}trigger/${file}.ts`, { format: 'iife', name: '_' })).replace(/^var _=|;$/g, '');

const triggers = (await readdir(`${source}trigger`, { recursive: true }))
  .filter((file) => /^(event|purchase|visible|chat\/(?!panel|watch)\w.*)\.ts$/.test(file))
  .map((file) => file.replace('.ts', ''));

/** Code by file name, and the names under which the manifest tells of them. */
const files = new Map();
const manifest = {};
const add = (name, code, mark = short(code)) => {
  const file = `${name}.${mark}.js`;
  const bytes = Buffer.from(code);
  files.set(file, code);
  manifest[name] = {
    file,
    bytes: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
    integrity: `sha384-${digest(code, 'sha384', 'base64')}`,
  };
  return file;
};

// The prompts have one hash together: who chooses among them pays for all names, and what repeats costs next to nothing.
const prompts = await Promise.all(locales.map(prompt));
const loader = await bundle(`${source}loader/scriptTag.ts`, { format: 'iife' });
add('loader', loader);
const together = short(prompts.join(''));
const promptFiles = Object.fromEntries(
  locales.map((locale, place) => [locale, add(`prompt.${locale}`, prompts[place], together)]),
);

// Literal imports: the bundlers of those who install the package find them, too.
const choices = Object.entries(promptsByTag(locales)).map(
  ([tag, locale]) => `${JSON.stringify(tag)}: () => import('./${promptFiles[locale]}')`,
);
add('ask', await bundle(`${source}asking/chunk.ts`, { modules: { 'virtual:prompts': `export default {${choices}}` } }));
for (const file of triggers) add(`trigger.${file.replace('/', '.')}`, await trigger(file));

await mkdir(dist, { recursive: true });
for (const file of await readdir(dist)) if (file.endsWith('.js')) await rm(dist + file);
for (const [file, code] of files) await writeFile(dist + file, code);
await writeFile(`${dist}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
