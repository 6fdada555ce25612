import type { AddressInfo } from 'node:net';
import { createClient } from '@vivencia/client';
import { orderService } from './orderService.ts';

const { VIVENCIA_URL, VIVENCIA_KEY, PORT = '3000' } = process.env;

/** Ends with the exit code of misuse. */
function misused(why: string): never {
  console.error(`${why}\n
Start it against a collector, with a secret key of a site there (npx vivencia site add Orders prints one):
  VIVENCIA_URL=http://127.0.0.1:8787 VIVENCIA_KEY=sk_… npm start --workspace examples/node-backend
Or let it start a collector for itself:
  npm run start:backend`);
  process.exit(2);
}

function client(url: string, secretKey: string) {
  try {
    return createClient({ url, secretKey });
  } catch (error) {
    return misused(`VIVENCIA_URL or VIVENCIA_KEY: ${(error as Error).message}`);
  }
}

if (!VIVENCIA_URL || !VIVENCIA_KEY) misused(`${VIVENCIA_URL ? 'VIVENCIA_KEY' : 'VIVENCIA_URL'} is not set.`);

const server = orderService(client(VIVENCIA_URL, VIVENCIA_KEY)).listen(Number(PORT), '127.0.0.1', () => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  console.log(`The order service listens on ${address}

Place an order, then say that it was delivered:
  curl ${address}/orders -d '{"customer": "c-77", "locale": "es"}'
  curl -X POST ${address}/orders/order-1001/delivered`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
