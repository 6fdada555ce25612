import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { settingsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings, PromptSettings } from '@vivencia/contract/loaderSettings';
import type { Pass } from '@vivencia/contract/pass';
import type { PublicResponseState } from '@vivencia/contract/response';
import { readBuiltWidget } from '../../packages/collector/src/asset/builtWidget.ts';
import { siteScript } from '../../packages/collector/src/asset/siteScript.ts';
import { responsesStandIn } from './responsesStandIn.ts';

const dist = new URL('../../packages/widget/dist/', import.meta.url).pathname;
export const manifest: Record<string, { file: string; integrity: string }> = JSON.parse(
  readFileSync(join(dist, 'manifest.json'), 'utf8'),
);

const site = 'pk_test';

/** A stand-in of the collector, and a shop on another origin that has its script tag. */
export interface Shop {
  collector: string;
  /** What the widget delivered, oldest first. */
  deliveries: PublicResponseState[];
  passes: Pass[];
  /** What the browser reported against the page's content security policy. */
  violations: string[];
  settings: LoaderSettings;
  promptSettings: Record<string, PromptSettings>;
  /** Statuses with which the next deliveries are answered instead of 200. */
  refusals: { status: number; headers?: Record<string, string>; body?: string }[];
  /** What the collector has, by response: its latest state, and how often each revision of it was accepted. */
  stored: ReturnType<typeof responsesStandIn>['stored'];
  /** The requests that brought them: when, and what. */
  requests: { at: number; states: PublicResponseState[]; contentType: string | undefined }[];
  /**
   * How deliveries fare: `down`, nobody answers; `portal`, somebody else answers 200 with a page of his own; `mute`, what
   * comes is stored, but the connection breaks before the answer.
   */
  delivery: 'up' | 'down' | 'portal' | 'mute';
  /** Milliseconds that a delivery takes to be answered. */
  slowMs: number;
  /** Address of a page with this text. */
  page(html: string, headers?: Record<string, string>, doctype?: string): string;
  /** The script tag of the site. */
  tag(attributes?: string): string;
  close(): Promise<void>;
}

const body = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const taken = new Set<number>();

/** On a port that no shop before had: what a browser stores and caches belongs to it. */
async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  if (taken.has(port)) {
    server.close();
    return listen(server);
  }
  taken.add(port);
  return `http://127.0.0.1:${port}`;
}

export async function openShop(): Promise<Shop> {
  const deliveries: PublicResponseState[] = [];
  const passes: Pass[] = [];
  const violations: string[] = [];
  const refusals: Shop['refusals'] = [];
  const requests: Shop['requests'] = [];
  const responses = responsesStandIn();
  const promptSettings: Shop['promptSettings'] = {};
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();

  const collectorServer = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://collector');
    const javascript = { 'content-type': 'text/javascript; charset=utf-8', 'access-control-allow-origin': '*' };
    const own = new RegExp(`^/s/${site}/(.+)\\.json$`).exec(pathname)?.[1];
    if (pathname === `/s/${site}.js`) {
      response.writeHead(200, javascript);
      response.end(siteScript(readBuiltWidget(), shop.settings));
    } else if (pathname === settingsPath(site)) {
      response.writeHead(200, { ...javascript, 'content-type': 'application/json' });
      response.end(JSON.stringify(shop.settings));
    } else if (own) {
      response.writeHead(200, { ...javascript, 'content-type': 'application/json' });
      response.end(JSON.stringify(promptSettings[own]));
    } else if (pathname.startsWith('/s/')) {
      response.writeHead(401, { 'content-type': 'application/problem+json' });
      response.end('{}');
    } else if (pathname.startsWith('/assets/')) {
      response.writeHead(200, javascript);
      response.end(readFileSync(join(dist, pathname.slice('/assets/'.length))));
    } else {
      const text = await body(request);
      const fromAnyPage = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };
      const json = { ...fromAnyPage, 'content-type': 'application/json' };
      if (pathname === '/v1/passes') {
        passes.push(...[JSON.parse(text)].flat());
        response.writeHead(200, json).end('{}');
        return;
      }
      if (shop.delivery === 'portal') {
        response.writeHead(200, { ...fromAnyPage, 'content-type': 'text/html' }).end('<h1>Welcome to our hotel</h1>');
        return;
      }
      if (shop.delivery === 'down') {
        request.socket.destroy();
        return;
      }
      const posted: PublicResponseState | PublicResponseState[] = JSON.parse(text);
      const states = [posted].flat();
      deliveries.push(...states);
      requests.push({ at: Date.now(), states, contentType: request.headers['content-type'] });
      const refusal = refusals.shift();
      const answer = refusal ? { body: '{}', ...refusal } : responses.take(posted, Buffer.byteLength(text));
      if (shop.slowMs) await new Promise((resolve) => setTimeout(resolve, shop.slowMs));
      if (shop.delivery === 'mute') request.socket.destroy();
      else response.writeHead(answer.status, { ...json, ...refusal?.headers }).end(answer.body);
    }
  });
  const pageServer = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    if (pathname === '/csp') violations.push(await body(request));
    const page = pages.get(pathname);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  const collector = await listen(collectorServer);
  const address = await listen(pageServer);
  const shop: Shop = {
    collector,
    deliveries,
    passes,
    violations,
    refusals,
    requests,
    stored: responses.stored,
    delivery: 'up',
    slowMs: 0,
    promptSettings,
    settings: {
      site,
      collector,
      ask: manifest.ask?.file ?? '',
      gapMinutes: 0,
      dailyCap: 0,
      touchpoints: { checkout: { version: 3, delayMs: 0, again: { answeredDays: 0, dismissedDays: 0 } } },
    },
    page(html, headers = {}, doctype = '<!doctype html>') {
      const path = `/page-${pages.size}`;
      pages.set(path, { html: doctype + html, headers });
      return address + path;
    },
    tag: (attributes = '') => `<script async ${attributes} src="${collector}/s/${site}.js"></script>`,
    async close() {
      for (const server of [collectorServer, pageServer]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
  return shop;
}
