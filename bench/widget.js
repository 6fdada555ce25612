import { readFileSync } from 'node:fs';

/** Must and aim in bytes of brotli, from the design. The loader's are of its core, without a site's settings. */
const budgets = {
  loader: { must: 1_400, aim: 1_100 },
  prompt: { must: 10_800, aim: 10_200 },
};

/** Bytes of each bundle of the last build, as shares of their budgets. */
export async function run() {
  const manifest = JSON.parse(readFileSync(new URL('../packages/widget/dist/manifest.json', import.meta.url), 'utf8'));
  const bundles = Object.entries(manifest).map(([name, { bytes, gzip, brotli }]) => {
    const { must, aim } = budgets[name.split('.')[0]];
    return [name, { bytes, gzip, brotli, ofMust: brotli / must, ofAim: brotli / aim }];
  });
  return { bundles: Object.fromEntries(bundles) };
}
