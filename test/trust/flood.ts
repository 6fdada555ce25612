import { connect } from 'node:net';

export interface Flooded {
  /** How often each status came; 0: the connection ended instead. */
  statuses: Map<number, number>;
  /** Of what was answered with 200: milliseconds, the shortest first. */
  accepted: number[];
}

/**
 * So many connections that deliver without a pause, whatever the answer. On bare sockets: a client that works as hard
 * as the collector would not be much of a flood.
 */
export async function flood(
  port: number,
  connections: number,
  milliseconds: number,
  nextBody: () => string,
): Promise<Flooded> {
  const until = performance.now() + milliseconds;
  const statuses = new Map<number, number>();
  const accepted: number[] = [];
  const hear = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);

  const connection = () =>
    new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let sent: number | null = null;
      const next = () => {
        sent = performance.now();
        if (sent >= until) {
          sent = null;
          return socket.destroy();
        }
        const body = nextBody();
        const head = `Host: x\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(body)}`;
        socket.write(`POST /v1/responses HTTP/1.1\r\n${head}\r\n\r\n${body}`);
      };
      socket.on('connect', next);
      socket.on('data', (answer) => {
        // Its head begins a packet; what else comes of a long answer is its rest.
        if (sent === null || answer.toString('latin1', 0, 9) !== 'HTTP/1.1 ') return;
        const status = Number(answer.toString('latin1', 9, 12));
        hear(status);
        if (status === 200) accepted.push(performance.now() - sent);
        next();
      });
      socket.on('error', () => {});
      socket.on('close', () => {
        if (sent !== null) hear(0);
        resolve();
      });
    });

  const oneAfterTheOther = async () => {
    while (performance.now() < until) await connection();
  };
  await Promise.all(Array.from({ length: connections }, oneAfterTheOther));
  return { statuses, accepted: accepted.sort((a, b) => a - b) };
}

/** The value below which such a share of sorted values lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
