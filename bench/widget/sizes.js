import { brotliCompressSync } from 'node:zlib';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { readBuiltWidget } from '../../packages/collector/dist/asset/builtWidget.js';
import { loaderSettings } from '../../packages/collector/dist/asset/loaderSettings.js';
import { siteScript } from '../../packages/collector/dist/asset/siteScript.js';
import { figure } from '../support/figure.js';

/** Bytes, from the design. The loader's are of its core, without a site's settings. */
const budgets = {
  loader: { brotli: { must: 1_400, aim: 1_100 }, gzip: { must: 1_600, aim: 1_250 } },
  prompt: { brotli: { must: 10_800, aim: 10_200 } },
};
const tenTouchpointsBudget = { must: 400 };

/** Bytes of each bundle of the last build: minified, gzipped, and by brotli. */
export function sizes(manifest) {
  const bundles = Object.entries(manifest).map(([name, size]) => [name, judged(size, budgets[name.split('.')[0]])]);
  const { ask, 'prompt.en': prompt } = manifest;
  const both = Object.fromEntries(['bytes', 'gzip', 'brotli'].map((unit) => [unit, ask[unit] + prompt[unit]]));
  return {
    bundles: Object.fromEntries(bundles),
    // The design knows no chunk that asks: what is fetched for one prompt is both, and held to the prompt's budget.
    askAndPrompt: judged(both, budgets.prompt),
    tenTouchpoints: figure(onTopOfLoader(), tenTouchpointsBudget),
  };
}

const judged = ({ bytes, gzip, brotli }, { gzip: gzipBudget, brotli: brotliBudget } = {}) => ({
  bytes,
  gzip: figure(gzip, gzipBudget),
  brotli: figure(brotli, brotliBudget),
});

/** What a shop of some size has settled; whatever is not said is the default. */
const tenTouchpoints = {
  search: { sampling: 0.1 },
  'product-page': { triggers: [{ on: 'url', match: 'starts', value: '/product/' }], sampling: 0.05 },
  basket: { triggers: [{ on: 'url', match: 'exact', value: '/basket' }], sampling: 0.2 },
  checkout: { triggers: [{ on: 'url', match: 'contains', value: '/order-received' }] },
  payment: { triggers: [{ on: 'url', match: 'exact', value: '/payment/failed' }], unexpected: true },
  delivery: { reasons: [{ key: 'late', label: { en: 'It came late' } }] },
  return: { triggers: [{ on: 'url', match: 'ends', value: '/return/done' }] },
  'support-chat': { delayMs: 0 },
  newsletter: { again: { answeredDays: 90, dismissedDays: 180 } },
  account: { triggers: [{ on: 'url', match: 'regexp', value: '^/account/(orders|invoices)' }], comment: 'off' },
};

/** Brotli bytes that the settings of ten touchpoints add to the loader's core; trigger modules are counted apart. */
function onTopOfLoader() {
  const widget = readBuiltWidget();
  const site = { publicKey: `pk_${'0123456789abcdef'.repeat(2)}`, gapMinutes: 60, dailyCap: 3 };
  const touchpoints = Object.entries(tenTouchpoints).map(([key, settings], place) => ({
    key,
    version: place + 1,
    confirmed: true,
    settings: { ...defaultSettings(key), ...settings },
  }));
  const settings = loaderSettings(site, touchpoints, 'https://collector.example', widget.ask);
  const compressed = (text) => brotliCompressSync(text).length;
  return compressed(siteScript(widget, settings)) - compressed(widget.loader.before + widget.loader.after);
}
