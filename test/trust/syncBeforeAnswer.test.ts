import { readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import { responseIdAt } from '../../bench/support/responseId.js';
import { startServerUnder } from '../support/runningServer.ts';
import { deliver } from './crowd.ts';
import { extent } from './extent.ts';
import { Ledger } from './ledger.ts';
import { hasStrace, straceWanted, testThatNeeds } from './needs.ts';
import { systemCalls, tracing } from './systemCalls.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const clients = 8;
const deliveriesOfOne = extent({ quick: 15, full: 150 });

const idInText = /"id":"([0-9a-f-]{36})"/;

/** How far a response has come: places in the order of all system calls. */
interface Way {
  /** The last byte of its body was read. */
  read: number;
  /** Its page was first written to the WAL. */
  written: number;
  /** A sync of the WAL that began after that had succeeded. */
  synced: number;
}

/** Follows each response from its body's last byte to its 2xx; those that were answered too early, and all. */
async function follow(trace: string): Promise<{ answered: number; syncs: number; early: string[] }> {
  const ways = new Map<string, Way>();
  /** The bytes of each response's id in the file, from its delivery to its answer. */
  const waiting = new Map<string, Buffer>();
  /** What came of a request whose end has not. */
  const heard = new Map<string, string>();
  const early: string[] = [];
  let answered = 0;
  let syncs = 0;
  for await (const { name, on, bytes, result, began, ended } of systemCalls(trace)) {
    if (/^f(data)?sync$/.test(name) && on.endsWith('.db-wal') && result === 0) {
      syncs++;
      for (const id of waiting.keys()) {
        const way = ways.get(id) as Way;
        if (way.written < began) way.synced = Math.min(way.synced, ended);
      }
    } else if (/^pwrite/.test(name) && on.endsWith('.db-wal') && result > 0) {
      for (const [id, key] of waiting) {
        const way = ways.get(id) as Way;
        if (bytes.includes(key)) way.written = Math.min(way.written, ended);
      }
    } else if (on.startsWith('TCP') && /^(read|recv)/.test(name) && result > 0) {
      heard.set(on, (heard.get(on) ?? '') + bytes.toString('latin1'));
      const id = idInText.exec(heard.get(on) ?? '')?.[1];
      if (id === undefined) continue;
      ways.set(id, { read: ended, written: Number.POSITIVE_INFINITY, synced: Number.POSITIVE_INFINITY });
      waiting.set(id, Buffer.from(id.replaceAll('-', ''), 'hex'));
      heard.delete(on);
    } else if (on.startsWith('TCP') && /^(write|send)/.test(name) && /^HTTP\/1.1 2/.test(bytes.toString('latin1'))) {
      const id = idInText.exec(bytes.toString('latin1'))?.[1] ?? '';
      waiting.delete(id);
      answered++;
      const way = ways.get(id);
      if (!way || !(way.read < way.written && way.written < way.synced && way.synced < began)) early.push(id);
    }
  }
  return { answered, syncs, early };
}

let site: TrustedSite;
afterAll(() => site?.remove());

testThatNeeds(hasStrace, straceWanted)(
  'before every 2xx lies a sync of the WAL that began after the response was written there and has succeeded',
  { timeout: extent({ quick: 120_000, full: 1_200_000 }) },
  async () => {
    site = await trustedSite();
    const trace = `${site.folder}/trace`;
    const calls = 'fsync,fdatasync,pwrite64,pwritev,write,writev,sendto,sendmsg,read,readv,recvfrom,recvmsg';
    const server = await startServerUnder(tracing(trace, calls), {}, site.folder);
    const ledger = new Ledger();
    const client = async () => {
      for (let count = 0; count < deliveriesOfOne; count++) {
        await deliver({ url: server.url, site: site.publicKey, ledger }, responseIdAt(Date.now()), 2);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    await server.end('SIGTERM');
    await expect.poll(() => readFileSync(trace).subarray(-100).toString(), { timeout: 30_000 }).toMatch(/exited with/);

    const { answered, syncs, early } = await follow(trace);
    expect(answered).toBe(clients * deliveriesOfOne);
    expect(ledger.acknowledged.size).toBe(answered);
    expect(early).toEqual([]);
    console.log(`sync before answer: ${answered} answers of 200, ${syncs} syncs of the WAL, 0 answers too early`);
  },
);
