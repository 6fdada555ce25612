import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const dist = new URL('packages/widget/dist/', root);

interface Size {
  file: string;
  bytes: number;
  gzip: number;
  brotli: number;
  integrity: string;
  words?: unknown;
  tag?: string;
}
const manifest: Record<string, Size> = JSON.parse(readFileSync(new URL('manifest.json', dist), 'utf8'));

/** Bytes that may not be exceeded: every page view pays the loader; what asks and the prompt come when they are needed. */
const budgets: Record<string, { brotli: number; gzip?: number }> = {
  loader: { brotli: 1_400, gzip: 1_600 },
  prompt: { brotli: 10_800 },
  // Ours: the design has two bundles, and no figure for this one.
  ask: { brotli: 3_500 },
  trigger: { brotli: 600 },
  adapter: { brotli: 600 },
  // A page of its own, in one document: the prompt's libraries and outbox with large faces.
  kiosk: { brotli: 11_500 },
  standalone: { brotli: 2_800 },
};

describe('the built widget', () => {
  test('has a loader, what asks, and a prompt for each locale', () => {
    const locales = 'en es es-419 ca gl eu pt-BR fr de it nl pl tr ja zh-Hans ar'.split(' ');
    const names = Object.keys(manifest).filter((name) => !/^(trigger|adapter)\./.test(name));
    expect(names).toEqual([
      'loader',
      ...locales.map((locale) => `prompt.${locale}`),
      'ask',
      'kiosk',
      'kiosk.worker',
      'standalone',
    ]);
  });

  test('leaves no file of an earlier build behind', () => {
    const entries = ['index.js', 'element.js'];
    const built = readdirSync(dist).filter((file) => file.endsWith('.js') && !entries.includes(file));
    expect(built.sort()).toEqual(
      Object.values(manifest)
        .map(({ file }) => file)
        .sort(),
    );
  });

  test('takes the site’s settings in one place', () => {
    const loader = readFileSync(new URL(manifest.loader?.file ?? '', dist), 'utf8');
    expect(loader.split('__VIVENCIA_SETTINGS__')).toHaveLength(2);
  });

  // A prompt's entry has its words and the language tags it is for, too.
  test.each(Object.entries(manifest))('%s stays within its budget', (name, { words: _, tag: __, ...size }) => {
    const built = readFileSync(new URL(size.file, dist));
    expect(size).toEqual({
      file: size.file,
      bytes: built.length,
      gzip: gzipSync(built, { level: 9 }).length,
      brotli: brotliCompressSync(built).length,
      integrity: `sha384-${createHash('sha384').update(built).digest('base64')}`,
    });
    const budget = budgets[name.split('.')[0] ?? ''];
    expect(size.brotli).toBeLessThanOrEqual(budget?.brotli ?? 0);
    expect(size.gzip).toBeLessThanOrEqual(budget?.gzip ?? Number.POSITIVE_INFINITY);
  });

  test('is as large as the README says, of each kind the largest', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8').replaceAll(',', '').replaceAll(/ +/g, ' ');
    const said = new Map(
      [...readme.matchAll(/^\| ([\w.-]+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(([, name, ...sizes]) => [
        name,
        sizes.map(Number),
      ]),
    );
    const bySize = Object.keys(manifest).sort((a, b) => (manifest[b]?.bytes ?? 0) - (manifest[a]?.bytes ?? 0));
    const largest = Object.keys(budgets).map((kind) => bySize.find((name) => name.split('.')[0] === kind) ?? kind);
    const wanted = new Set(['prompt.en', ...largest]);
    const rows = Object.entries(manifest).filter(([name]) => wanted.has(name));
    // Compressors differ by a few bytes between versions of Node, so a hundredth is let pass.
    const differs = rows.filter(([name, { bytes, gzip, brotli }]) =>
      [bytes, gzip, brotli].some((size, place) => !(Math.abs(size / (said.get(name)?.[place] ?? 0) - 1) <= 0.01)),
    );
    const table = rows.map(([name, { bytes, gzip, brotli }]) => `| ${name} | ${bytes} | ${gzip} | ${brotli} |`);
    expect(differs, `README.md should have these rows:\n${table.join('\n')}`).toEqual([]);
    expect([...said.keys()].filter((name) => !wanted.has(name ?? ''))).toEqual([]);
  });
});
