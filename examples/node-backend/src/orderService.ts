import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Client } from '@vivencia/client';
import { askAboutDelivery } from './askAboutDelivery.ts';
import { Orders } from './orders.ts';

/** `POST /orders {"customer": "c-77"}` places an order, `POST /orders/order-1001/delivered` says that it was delivered. */
export function orderService(client: Client): Server {
  const orders = new Orders();

  async function place(request: IncomingMessage, response: ServerResponse) {
    const { customer, locale = 'en' } = JSON.parse(await text(request)) ?? {};
    if (typeof customer !== 'string' || typeof locale !== 'string') return answer(response, 422, { needs: 'customer' });
    answer(response, 201, orders.place(customer, locale));
  }

  async function deliver(id: string, response: ServerResponse) {
    const order = orders.deliver(id, new Date());
    if (!order?.deliveredAt) return answer(response, 404, { order: null });
    const asked = await askAboutDelivery(client, order, order.deliveredAt);
    console.log(`${id} was delivered; its customer's next page view ${asked?.armed ? 'asks' : 'does not ask'}`);
    if (asked) console.log(`Invitation: ${asked.link}`);
    answer(response, 200, { order, asked });
  }

  return createServer(async (request, response) => {
    const delivered = /^\/orders\/([\w-]+)\/delivered$/.exec(request.url ?? '')?.[1];
    try {
      if (request.method === 'POST' && delivered) await deliver(delivered, response);
      else if (request.method === 'POST' && request.url === '/orders') await place(request, response);
      else answer(response, 404, { routes: ['POST /orders', 'POST /orders/{id}/delivered'] });
    } catch (error) {
      if (error instanceof SyntaxError) return answer(response, 400, { needs: 'JSON' });
      console.error(error);
      answer(response, 500, {});
    }
  });
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
