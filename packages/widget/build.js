import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chatProducts } from '@vivencia/contract/touchpoint';
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
        import { preparePrompt } from '${source}prompt/preparePrompt.tsx';
        import { rehearsed } from '${source}prompt/rehearsed.ts';
        import { words } from '${source}locale/${locale}.ts';
        export const { prepare, rehearse } = rehearsed((own) => preparePrompt(own, words, '${locale}'));`,
    },
  });

/**
 * What one locale's prompt says, where a touchpoint says nothing of its own: for whoever words a touchpoint, and for pages
 * of the collector that ask without a script. `evaluation` is the standard question on each scale.
 */
const wordsOf = async (locale) => {
  const name = `words.${locale}`;
  const code = await bundle(name, { modules: { [name]: `export { words } from '${source}locale/${locale}.ts'` } });
  const { words } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const evaluation = Object.fromEntries(Object.entries(words.ratings).map(([scale, [asked]]) => [scale, asked]));
  return { ...words, evaluation };
};

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The watchers that the loader carries only for sites whose triggers need them, by their `triggerModule`. */
const watchers = {
  event: `export { watchEvents as default } from '${source}trigger/event.ts'`,
  purchase: `export { watchPurchases as default } from '${source}trigger/purchase.ts'`,
  visible: `export { watchVisible as default } from '${source}trigger/visible.ts'`,
  ...Object.fromEntries(
    chatProducts.map((product) => [
      `chat.${product}`,
      `import { watchChat } from '${source}trigger/chat/watchChat.ts';
       import { ${camel(product)} } from '${source}trigger/chat/${product}.ts';
       export default watchChat('${product}', ${camel(product)});`,
    ]),
  ),
};

/** As an expression, which the collector writes into the loader. */
const expression = async (name) =>
  (await bundle(name, { format: 'iife', name: '_', modules: { [name]: watchers[name] } })).replace(/^var _=|;$/g, '');

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
const imports = (files) =>
  `export default {${files.map(([key, file]) => `${JSON.stringify(key)}: () => import('./${file}')`)}}`;

const choices = Object.entries(promptsByTag(locales)).map(([tag, locale]) => [tag, promptFiles[locale]]);
for (const [tag, locale] of Object.entries(promptsByTag(locales))) {
  Object.assign(manifest[`prompt.${locale}`], { tag, words: await wordsOf(locale) });
}
const ask = add('ask', await bundle(`${source}asking/chunk.ts`, { modules: { 'virtual:prompts': imports(choices) } }));
for (const name of Object.keys(watchers)) add(`trigger.${name}`, await expression(name));

// For those who bring the widget with their own pages: a script that never changes, and the entries of the package.
const adapterTypes = `import type { Fidelity } from '../types/trigger/chat/chatAdapter.d.ts';
import type { Watcher } from '../types/trigger/watcher.d.ts';
/** What the product tells of a conversation's end. */
export declare const fidelity: Fidelity;
declare const adapter: Watcher;
export default adapter;
`;
const beside = { 'asking/chunk.ts': `./${ask}` };
const adapters = [];
for (const product of chatProducts) {
  const name = `chat.${product}`;
  const fidelity = `export { fidelity } from '${source}trigger/chat/${product}.ts';`;
  const file = add(`adapter.${product}`, await bundle(name, { modules: { [name]: watchers[name] + fidelity } }));
  adapters.push([name, file]);
  files.set(`adapters/${product}.js`, `export * from '../${file}';\nexport { default } from '../${file}';\n`);
  files.set(`adapters/${product}.d.ts`, adapterTypes);
}
const standalone = { format: 'iife', beside, modules: { 'virtual:adapters': imports(adapters) } };
add('kiosk', await bundle(`${source}kiosk/start.tsx`));
add('kiosk.worker', await bundle(`${source}kiosk/worker.ts`, { format: 'iife' }));
add('standalone', await bundle(`${source}loader/standalone.ts`, standalone));
files.set('index.js', await bundle(`${source}index.ts`, { beside }));
files.set('element.js', await bundle(`${source}element.ts`));

await mkdir(`${dist}adapters`, { recursive: true });
for (const file of await readdir(dist, { recursive: true }))
  if (/^(adapters\/)?[^/]*\.(js|d\.ts)$/.test(file)) await rm(dist + file);
for (const [file, code] of files) await writeFile(dist + file, code);
await writeFile(`${dist}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
