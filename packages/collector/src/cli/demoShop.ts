import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import { Hono } from 'hono';
import { defaultSite } from '../api/siteSchema.ts';
import type { Config } from '../config.ts';
import type { RunningCollector } from '../main.ts';
import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import { signInLink } from './access.ts';
import { Failed } from './exit.ts';

const demoName = 'Demo shop';
/** Whoever starts the demo; each start ends an unused link of the start before. */
const starterName = 'Demo';

/** In the demo's pages stand these where a real page has its own. */
const collectorAddress = 'https://collector.example';
const siteKey = 'pk_your-site';

/**
 * Serves a demo shop from a folder, on an origin of its own as a real shop would be, with a site whose quiet rules
 * are off.
 */
export async function startDemo({ store, url }: RunningCollector, folder: string, { host, port }: Config) {
  if (!existsSync(`${folder}/index.html`)) throw new Failed(`there is no index.html in ${folder}`);
  while ((await store.readiness()) !== null) await new Promise((resolve) => setTimeout(resolve, 100));
  const site = await demoSite(store);
  const page = () =>
    readFileSync(`${folder}/index.html`, 'utf8').replaceAll(collectorAddress, url).replaceAll(siteKey, site.publicKey);
  const app = new Hono();
  // A path without an extension is a route of a single-page application: its page answers all of them.
  app.get('*', (c, next) => (extname(c.req.path) ? next() : c.html(page())));
  app.use(serveStatic({ root: folder }));
  const server = createAdaptorServer({ fetch: app.fetch });
  const demoPort = await listen(server, host, port && port + 1);
  const link = signInLink(url, await newSignInToken(store, site));
  return {
    lines: [
      `  Try the demo shop      http://${host}:${demoPort}/`,
      `  See what was felt      ${link}   (opens once; each start prints a new one)`,
      `  Paste into your pages  <script async src="${url}/s/${site.publicKey}.js"></script>`,
    ],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

async function demoSite(store: Store): Promise<Site> {
  const known = (await store.listSites()).find(({ name }) => name === demoName);
  if (known) return known;
  const { site } = await store.addSite({
    ...defaultSite(demoName),
    origins: ['http://localhost:*', 'http://127.0.0.1:*'],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    gapMinutes: 0,
    dailyCap: 0,
  });
  for (const [key, settings] of Object.entries(demoTouchpoints)) {
    await store.putTouchpoint(site.id, key, { ...defaultSettings(key), ...settings });
  }
  return site;
}

async function newSignInToken(store: Store, site: Site): Promise<string> {
  for (const { id, name, usedAt, revokedAt } of await store.listAccess(site.id)) {
    if (name === starterName && usedAt === null && revokedAt === null) await store.revokeAccess(site.id, id);
  }
  return (await store.addAccess(site.id, starterName, 'editor')).token;
}

function listen(server: ReturnType<typeof createAdaptorServer>, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Failed(`the demo's port ${port} is taken; choose another with --port`) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const asksEveryTime = { answeredDays: 0, dismissedDays: 0 };

const demoTouchpoints: Record<string, Partial<TouchpointSettings>> = {
  checkout: {
    stage: 'during',
    again: asksEveryTime,
    reasons: [
      { key: 'delivery', label: { en: 'Delivery time', es: 'El plazo de entrega', ca: "El termini d'entrega" } },
      { key: 'price', label: { en: 'Price', es: 'El precio', ca: 'El preu' } },
      { key: 'payment', label: { en: 'Payment', es: 'El pago', ca: 'El pagament' } },
      { key: 'finding', label: { en: 'Finding things', es: 'Encontrar lo que busco', ca: 'Trobar el que busco' } },
    ],
  },
  'support-chat': { stage: 'after', again: asksEveryTime },
  help: { stage: 'after', again: asksEveryTime },
};
