import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { defaultSite } from '../../packages/collector/dist/api/siteSchema.js';
import { readConfig } from '../../packages/collector/dist/config.js';
import { startCollector } from '../../packages/collector/dist/main.js';

const products = Array.from(
  { length: 24 },
  (_, n) => `<li><h2>Coffee ${n}</h2><p>Caramel, red apple</p><button>Add</button>`,
);
const css = 'body{font:16px sans-serif;margin:0 40px}ul{display:grid;grid-template-columns:repeat(4,1fr);gap:20px}';

/**
 * A real collector, and a shop on another origin.
 *
 * @param touchpoints settings that are not the defaults, by key
 */
export async function openShop(touchpoints) {
  const folder = mkdtempSync(join(tmpdir(), 'vivencia-bench-'));
  const config = readConfig(
    { VIVENCIA_RATE_PREFIX: '0', VIVENCIA_RATE_SITE: '0', VIVENCIA_RATE_KEY: '0' },
    { data: folder, port: '0' },
  );
  const collector = await startCollector(config);
  const origins = ['http://127.0.0.1:*'];
  const { site } = await collector.store.addSite({ ...defaultSite('Shop'), origins, gapMinutes: 0, dailyCap: 0 });
  for (const [key, settings] of Object.entries(touchpoints)) {
    await collector.store.putTouchpoint(site.id, key, { ...defaultSettings(key), ...settings });
  }
  const answers = new Map();
  const server = createServer((request, response) => {
    const { type, text } = answers.get(request.url) ?? {};
    response.writeHead(text ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(text);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const serve = (type, text) => {
    const path = `/${answers.size}`;
    answers.set(path, { type, text });
    return origin + path;
  };
  return {
    collector: collector.url,
    script: `${collector.url}/s/${site.publicKey}.js`,
    /** Address of a page with this in its head. */
    page: (head = '') =>
      serve(
        'text/html',
        `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><style>${css}</style>
        ${head}<h1>Coffee by post</h1><ul>${products.join('')}</ul>`,
      ),
    /** Address of a script. */
    javascript: (code) => serve('text/javascript', code),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await collector.close();
      rmSync(folder, { recursive: true });
    },
  };
}
