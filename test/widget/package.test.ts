import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { chatProducts } from '@vivencia/contract/touchpoint';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { manifest, openShop, type Shop } from '../support/shop.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/*
 * The package as those who install it have it: packed, unpacked in an application's node_modules, and bundled.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const { folder, remove } = temporaryFolder();
const installed = join(folder, 'node_modules/@vivencia');

const run = (command: string, ...args: string[]) => promisify(execFile)(command, args, { cwd: folder });

beforeAll(async () => {
  const packages = ['widget', 'contract'];
  const names = packages.flatMap((name) => ['--workspace', `@vivencia/${name}`]);
  await promisify(execFile)('npm', ['pack', ...names, '--pack-destination', folder], { cwd: root });
  for (const name of packages) {
    const archive = readdirSync(folder).find((file) => file.startsWith(`vivencia-${name}-`)) ?? '';
    mkdirSync(join(installed, name), { recursive: true });
    await run('tar', '-xzf', archive, '-C', join(installed, name), '--strip-components=1');
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
}, 60_000);
afterAll(remove);

/** Code by file name, as a bundler makes it of an application's source. */
type Bundler = (source: string) => Promise<Map<string, string>>;

const byEsbuild: Bundler = async (source) => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder, sourcefile: 'app.js' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [relative(folder, path).replace('stdin', 'app'), text]));
};

const byRollup: Bundler = async (source) => {
  writeFileSync(join(folder, 'app.js'), source);
  const bundle = await rollup({ input: join(folder, 'app.js'), plugins: [nodeResolve()], logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return new Map(output.map((file) => [file.fileName, 'code' in file ? file.code : '']));
};

describe('what is packed', () => {
  const files = () =>
    readdirSync(join(installed, 'widget'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(join(installed, 'widget'), join(entry.parentPath, entry.name)));

  test('is every file of the manifest, the entries, and nothing that only the build needs', () => {
    const adapters = chatProducts.flatMap((product) => ['d.ts', 'js'].map((end) => `dist/adapters/${product}.${end}`));
    const built = Object.values(manifest).map(({ file }) => `dist/${file}`);
    const entries = ['dist/index.js', 'dist/element.js', 'dist/manifest.json', 'package.json', 'README.md', 'LICENSE'];
    const code = files().filter((file) => !file.startsWith('dist/types/'));
    expect(code.sort()).toEqual([...adapters, ...built, ...entries].sort());
  });

  test('has the types that an application needs, and no others', { timeout: 60_000 }, async () => {
    cpSync(join(root, 'test/widget/typedUse.ts'), join(folder, 'typedUse.ts'));
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom'];
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, compiler, ...options, '--listFiles', 'typedUse.ts').catch(
      (problem: { stdout: string }) => problem,
    );
    expect(stdout.split('\n').filter((line) => line.includes('error TS'))).toEqual([]);
    const read = [...stdout.matchAll(/@vivencia\/widget\/(dist\/types\/.*)$/gm)].map(([, file]) => file);
    expect(read.sort()).toEqual(
      files()
        .filter((file) => file.startsWith('dist/types/'))
        .sort(),
    );
  });
});

describe('on a server, without a page', () => {
  const entries = ['', '/element', ...chatProducts.map((product) => `/adapters/${product}`)];

  test('every entry can be imported, and Vivencia does nothing', async () => {
    const program = `
      const kinds = [];
      for (const entry of ${JSON.stringify(entries)}) {
        const { default: watcher, fidelity } = await import('@vivencia/widget' + entry);
        if (entry.includes('adapters')) kinds.push([typeof watcher, fidelity].join());
      }
      const { createVivencia } = await import('@vivencia/widget');
      const vivencia = createVivencia({ site: 'pk_test', collector: 'https://collector.example' });
      vivencia('trigger', 'checkout');
      vivencia('on', 'shown', () => {})();
      const settings = await import('@vivencia/widget/manifest.json', { with: { type: 'json' } });
      console.log(JSON.stringify({ kinds, loader: settings.default.loader.file, global: typeof globalThis.vivencia }));`;
    const { stdout } = await run(process.execPath, '--no-warnings', '--input-type=module', '-e', program);
    const { kinds, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ loader: manifest.loader?.file, global: 'undefined' });
    expect(kinds).toHaveLength(chatProducts.length);
    for (const kind of kinds) expect(kind).toMatch(/^function,(ended|inferred|panel)$/);
  });
});

describe.each([
  ['esbuild', byEsbuild],
  ['rollup', byRollup],
])('in an application bundled by %s', (_, bundled) => {
  const code = async (source: string) =>
    (await bundled(source))
      .get('app.js')
      ?.replace(/^\s*\/\/.*\n/gm, '')
      .trim();

  test('an adapter brings nothing of the loader', async () => {
    const adapter = await code(`import crisp from '@vivencia/widget/adapters/crisp'; console.log(crisp)`);
    expect(adapter).toContain('$crisp');
    expect(adapter).not.toMatch(/data-vivencia-touchpoint|\/v1\/|\.json/);
  });

  test.each([
    ['the widget', `import { createVivencia } from '@vivencia/widget';`],
    ['an adapter', `import { fidelity } from '@vivencia/widget/adapters/tawk';`],
  ])('%s that is imported and not used is left out', async (_, source) => {
    expect(await code(`import '@vivencia/widget'; ${source} console.log(1)`)).toBe('console.log(1);');
  });

  test('the element is kept, though nothing of it is used', async () => {
    expect(await code(`import '@vivencia/widget/element'`)).toContain('customElements.define');
  });
});

describe('in an application that a browser runs', () => {
  let browser: Browser;
  let shop: Shop;
  let page: Page;
  const loaded: string[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    const files = await byEsbuild(`
      import { createVivencia } from '@vivencia/widget';
      import '@vivencia/widget/element';
      import crisp from '@vivencia/widget/adapters/crisp';
      window.told = [];
      document.addEventListener('vivencia:failed', ({ detail }) => told.push(detail.problem));
      const { collector } = document.documentElement.dataset;
      const make = () => createVivencia({ site: 'pk_test', collector, adapters: [crisp] });
      window.made = [make(), make(), createVivencia()];`);
    [browser, shop] = [await launchBrowser(), await openShop()];
    page = await browser.newPage({ locale: 'en-GB' });
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.route('**/bundle/*', (route) => {
      const name = new URL(route.request().url()).pathname.replace('/bundle/', '');
      loaded.push(name);
      return route.fulfill({ body: files.get(name) ?? '', contentType: 'text/javascript' });
    });
    const html = `<html data-collector="${shop.collector}"><title>Shop</title><link rel="icon" href="data:,">
      <button data-vivencia-touchpoint="checkout">Pay</button>
      <script type="module" src="/bundle/app.js"></script>`;
    await page.goto(shop.page(html));
    await page.waitForFunction('window.made');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  test('there is one Vivencia, however often it is made', async () => {
    expect(await page.evaluate('new Set([...made, vivencia]).size')).toBe(1);
    expect(await page.evaluate('told')).toEqual(['duplicate_script', 'duplicate_script']);
  });

  test('it asks once, in chunks that the bundler made', async () => {
    expect(loaded).toEqual(['app.js']);
    await page.getByText('Pay').click();
    await page.locator('.card').waitFor();
    await page.getByRole('radio', { name: 'Happy' }).click({ force: true });
    await expect.poll(() => shop.deliveries.map(({ status }) => status)).toEqual(['shown', 'answered']);
    expect(new Set(shop.deliveries.map(({ id }) => id)).size).toBe(1);
    const chunks = loaded.filter((name) => /^(ask|prompt)\b/.test(name)).map((name) => name.split(/[.-]/)[0]);
    expect(chunks).toEqual(['ask', 'prompt']);
    expect(troubles).toEqual([]);
  });
});
