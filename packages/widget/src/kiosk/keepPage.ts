import { kioskEnded, kioskHeader } from '@vivencia/contract/kiosk';
import { kioskCache } from './kioskCache.ts';

/** Of Trusted Types, as far as it is used here. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/**
 * Keeps this page on the device, so that it opens without a network. Browsers let only pages over https (and on the
 * device itself) do that.
 */
export async function keepPage(): Promise<void> {
  const { serviceWorker, storage } = navigator;
  if (!serviceWorker) return;
  // Before it is registered: it takes over what is open.
  const isByWorker = !!serviceWorker.controller;
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  // Beside the page: /k/worker.js. Nothing else can be named by it.
  const createScriptURL = () => new URL('worker.js', location.href).href;
  const worker = policies?.createPolicy('vivencia-kiosk', { createScriptURL }) ?? { createScriptURL };
  await serviceWorker.register(worker.createScriptURL(''), { scope: './', updateViaCache: 'none' });
  storage?.persist?.().catch(() => {});
  const cache = await caches.open(kioskCache);
  // What the worker hands out it has kept; the first time there was none.
  if (isByWorker && (await cache.match(location.href, { ignoreVary: true }))) return;
  const answer = await fetch(location.href);
  const edition = answer.headers.get(kioskHeader);
  if (edition && edition !== kioskEnded) await cache.put(location.href, answer);
}
