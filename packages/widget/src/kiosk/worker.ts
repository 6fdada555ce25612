import { kioskEnded, kioskHeader } from '@vivencia/contract/kiosk';
import { kioskCache } from './kioskCache.ts';

/*
 * Opens a kiosk's page without a network: what was last seen of it. Only what says that it is the collector's is kept, so
 * that no hotel's network or broken proxy takes its place.
 */

/** Who waits longer for the network gets what is kept. */
const patienceMs = 5_000;

/** Of a service worker, as far as it is used here: the types of all of it are at odds with those of pages. */
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(open(event.request));
});

async function open(request: Request): Promise<Response> {
  const cache = await caches.open(kioskCache);
  const kept = await cache.match(request, { ignoreVary: true });
  const asking = fetch(request);
  const answer = await (kept ? Promise.race([asking, after(patienceMs)]) : asking).catch(() => undefined);
  const edition = answer?.headers.get(kioskHeader);
  if (!answer || !edition) return kept ?? answer ?? asking;
  if (edition === kioskEnded) await cache.delete(request, { ignoreVary: true });
  else if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

const after = (ms: number) => new Promise<undefined>((done) => setTimeout(() => done(undefined), ms));
