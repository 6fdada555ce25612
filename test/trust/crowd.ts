import { setTimeout as wait } from 'node:timers/promises';
import { responseIdAt } from '../../bench/support/responseId.js';
import type { Ledger } from './ledger.ts';

/** What a person's widget delivers, one revision after the other. */
export const life = [
  { revision: 0, status: 'shown' },
  { revision: 1, status: 'answered', emotion: 'frustrated' },
  { revision: 2, status: 'answered', emotion: 'frustrated', strength: 4 },
];

export interface Delivered {
  /** 0: no answer. */
  status: number;
  headers: Headers;
  text: string;
}

/** Where clients deliver, for which site, and who writes it down. */
export interface Collector {
  url: string;
  site: string;
  ledger: Ledger;
  headers?: Record<string, string>;
}

/** Nobody could be heard in time, on a machine with other things to do: not what these tests are about. */
const isShed = ({ status, text }: Delivered) => status === 503 && text.includes('Too much comes at once');

/** Delivers one revision of a response's life, again where it was shed, and writes down what came of it. */
export async function deliver(
  { url, site, ledger, headers = {} }: Collector,
  id: string,
  revision: number,
  more: object = {},
): Promise<Delivered> {
  const body = JSON.stringify({ site, id, touchpoint: 'checkout', ...life[revision], ...more });
  ledger.send(id, revision);
  let delivered: Delivered;
  do {
    delivered = await fetch(`${url}/v1/responses`, { method: 'POST', headers, body }).then(
      async (answer) => ({ status: answer.status, headers: answer.headers, text: await answer.text() }),
      () => ({ status: 0, headers: new Headers(), text: '' }),
    );
  } while (isShed(delivered));
  ledger.hear(id, revision, delivered.status);
  return delivered;
}

/** So long a client waits after a refusal, in milliseconds: a server that is busy refusing tells nothing more. */
const pauseMs = 20;

/**
 * So many clients that deliver life after life; each leaves when the server is gone.
 *
 * @param more what each state says besides
 * @param restMs how long a client rests between two deliveries
 * @returns what sends them home, once each has heard its last answer
 */
export function crowd(collector: Collector, clients: number, more: object = {}, restMs = 0): () => Promise<void> {
  let isOpen = true;
  const client = async () => {
    while (isOpen) {
      const id = responseIdAt(Date.now());
      for (const { revision } of life) {
        const { status } = await deliver(collector, id, revision, more);
        if (status === 0) return;
        if (restMs > 0) await wait(restMs);
        if (status === 200) continue;
        await wait(pauseMs);
        break;
      }
    }
  };
  const all = Array.from({ length: clients }, client);
  return async () => {
    isOpen = false;
    await Promise.all(all);
  };
}
