import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, expect, test } from 'vitest';
import { responseIdAt } from '../../bench/support/responseId.js';
import { type RunningServer, ServerEnded, startServer } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { deliver, life } from './crowd.ts';
import { extent } from './extent.ts';
import { Ledger } from './ledger.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const seeds = extent({ quick: 5, full: 100 });
/** Many always hit what holds the file together; of few, some hit only what was said in it. */
const flips = [200, 2];
const responses = 2_000;
const deliveriesAfter = 20;

const removals: (() => void)[] = [];
afterAll(() => {
  for (const remove of removals) remove();
});

/** A closed database of so many responses, with comments and segments. */
async function filledSite(): Promise<TrustedSite> {
  const site = await trustedSite();
  const server = await startServer(site.folder);
  const emotions = ['happy', 'relieved', 'confused', 'frustrated', 'angry'];
  for (let sent = 0; sent < responses; sent += 50) {
    const states = Array.from({ length: 50 }, (_, n) => ({
      site: site.publicKey,
      id: responseIdAt(Date.now()),
      touchpoint: `touchpoint-${n % 7}`,
      ...{ revision: 1, status: 'answered', emotion: emotions[n % 5], strength: 1 + (n % 5) },
      ...{
        comment: `What I had to say about it, at length: ${'and so on, '.repeat(n % 9)}`,
        segment: { plan: `${n}` },
      },
    }));
    const answer = await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(states) });
    expect(answer.status).toBe(200);
  }
  expect(await server.end('SIGTERM')).toBe(0);
  return site;
}

/** As a file, with so many of its bytes changed. */
function flipped(file: string, seed: number, count: number): Buffer {
  const bytes = readFileSync(file);
  const generator = xoroshiro128plus(seed);
  for (let flip = 0; flip < count; flip++) {
    const place = uniformInt(generator, 0, bytes.length - 1);
    bytes[place] = (bytes[place] as number) ^ uniformInt(generator, 1, 255);
  }
  return bytes;
}

/** A clear line: in our own words, of one piece, without a stack. */
const clearLine = /^vivencia: [^\n]*(vivencia\.db)[^\n]*\n$/;

/** What it says while it runs: JSON lines, and at its end perhaps the clear one. */
function expectNoStack(said: string): void {
  for (const line of said.split('\n').filter(Boolean)) expect(line).toMatch(/^(\{.*\}|vivencia: .*)$/);
}

/** Whether a file has a response, asked without reading more of it than that takes. */
function has(file: string, id: string): boolean {
  const database = new Database(file, { readonly: true });
  try {
    const key = Buffer.from(id.replaceAll('-', ''), 'hex');
    return database.prepare('select 1 from response where id = ?').get(key) !== undefined;
  } finally {
    database.close();
  }
}

/** Delivers and reads; ends it, where it has not ended by itself. */
async function use(server: RunningServer, { publicKey, secretKey }: TrustedSite): Promise<Ledger> {
  const ledger = new Ledger();
  for (let n = 0; n < deliveriesAfter; n++) {
    const to = { url: server.url, site: publicKey, ledger };
    await deliver(to, responseIdAt(Date.now()), n % life.length, { touchpoint: `touchpoint-${n % 7}` });
  }
  const headers = { authorization: `Bearer ${secretKey}` };
  for (const path of ['/v1/scores', '/v1/touchpoints', `/s/${publicKey}.js`]) {
    await fetch(server.url + path, { headers }).then(
      (answer) => answer.text(),
      () => {},
    );
  }
  return ledger;
}

test(`bytes flipped in a closed database: ${seeds} seeds of ${flips.join(' and of ')} bytes`, {
  timeout: (seeds + 5) * flips.length * 30_000,
}, async () => {
  const site = await filledSite();
  removals.push(site.remove);
  const told = { refused: 0, ended: 0, served: 0, acknowledged: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    for (const count of flips) {
      const { folder, remove } = temporaryFolder();
      removals.push(remove);
      const file = `${folder}/vivencia.db`;
      copyFileSync(site.file, file);
      writeFileSync(file, flipped(site.file, seed, count));
      const where = `seed ${seed}, ${count} bytes`;
      const server = await startServer(folder).catch((error: unknown) => error as ServerEnded);
      if (server instanceof ServerEnded) {
        expect([server.code, server.printed], where).toEqual([1, expect.stringMatching(clearLine)]);
        told.refused++;
        continue;
      }
      if (!('url' in server)) throw server;
      const ledger = await use(server, site);
      const code = await server.end('SIGTERM');
      expectNoStack(server.logged());
      expect([0, 1], where).toContain(code);
      for (const id of ledger.acknowledged.keys()) expect(has(file, id), where).toBe(true);
      if (code === 1) told.ended++;
      else told.served++;
      told.acknowledged += ledger.acknowledged.size;
      remove();
    }
  }
  console.log(
    `flipped bytes: ${seeds * flips.length} damaged files, ${told.refused} refused in one line, ${told.ended} ended later in one, ${told.served} served; ${told.acknowledged} responses acknowledged, 0 lost`,
  );
});
