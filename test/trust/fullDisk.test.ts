import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import { defaultSite } from '../../packages/collector/src/api/siteSchema.ts';
import { openSqliteStore } from '../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { startServerWith, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { crowd, deliver } from './crowd.ts';
import { extent } from './extent.ts';
import { keptIn, Ledger } from './ledger.ts';
import { testThatNeeds } from './needs.ts';
import { trustedSite } from './trustedSite.ts';

const rounds = extent({ quick: 1, full: 20 });
const megabyte = 1024 * 1024;
/** Of the disk, and what the rest leaves of it for answers; in bytes. */
const size = 48 * megabyte;
const left = 0.5 * megabyte;
/** From when there is room again, in milliseconds. */
const readyAgainMs = 5_000;

const { folder: place, remove } = temporaryFolder();
const disk = `${place}/disk`;

/** The cookie of a session that a personal link's token opens. */
async function signIn(url: string, token: string): Promise<string> {
  const answer = await fetch(`${url}/login?token=${token}`, { redirect: 'manual' });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** A small disk, where this user may make one. */
function mounted(): boolean {
  try {
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const hasDisk = process.getuid?.() === 0 && mounted();
afterAll(() => {
  if (hasDisk) execFileSync('umount', ['-l', disk]);
  remove();
});

testThatNeeds(hasDisk, 'a small disk of its own (root, and leave to mount a tmpfs)')(
  'on a full disk deliveries are refused, reading goes on, and it is ready again once there is room',
  { timeout: (rounds + 2) * 60_000 },
  async () => {
    const site = await trustedSite(disk);
    const access = await vivencia(disk, 'access', 'add', 'Ana', '--role', 'viewer', '--json');
    const server = await startServerWith({ VIVENCIA_LOG_LEVEL: 'silent' }, disk);
    const ledger = new Ledger();
    const to = { url: server.url, site: site.publicKey, ledger };
    const comment = 'What filled it. '.repeat(100);
    const statusOf = async (path: string, headers: Record<string, string> = {}) =>
      (await fetch(server.url + path, { headers, redirect: 'manual' })).status;
    const authorization = { authorization: `Bearer ${site.secretKey}` };
    const cookie = await signIn(server.url, JSON.parse(access.stdout).token);
    let slowest = 0;

    for (let round = 0; round < rounds; round++) {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(`${disk}/rest`, Buffer.alloc(bavail * bsize - left));
      const before = ledger.statuses.get(503) ?? 0;
      const leave = crowd(to, 10, { comment });
      await expect.poll(() => ledger.statuses.get(503) ?? 0, { timeout: 30_000 }).toBeGreaterThan(before + 20);
      const refused = await deliver(to, crypto.randomUUID(), 0, { comment: comment.slice(0, 2_000) });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^[1-9]\d*$/)]);
      expect(JSON.parse(refused.text)).toMatchObject({ code: 'store_unavailable' });
      const ready = await fetch(`${server.url}/readyz`);
      expect([ready.status, (await ready.json()).detail]).toEqual([503, 'the disk is full']);
      expect(await statusOf('/v1/scores', authorization)).toBe(200);
      expect(await statusOf(`/s/${site.publicKey}.js`)).toBe(200);
      expect(await statusOf('/', { cookie })).toBe(200);
      await leave();

      rmSync(`${disk}/rest`);
      const since = performance.now();
      await expect.poll(() => statusOf('/readyz'), { timeout: readyAgainMs, interval: 50 }).toBe(200);
      slowest = Math.max(slowest, performance.now() - since);
      expect((await deliver(to, crypto.randomUUID(), 2)).status).toBe(200);
    }

    expect(await server.end('SIGTERM')).toBe(0);
    expect([...ledger.statuses.keys()].filter((status) => ![200, 503].includes(status))).toEqual([]);
    const kept = keptIn(site.file);
    expect(ledger.lostIn(kept)).toEqual([]);
    expect(ledger.inventedIn(kept)).toEqual([]);
    expect(await vivencia(disk, 'verify')).toMatchObject({ code: 0 });
    console.log(
      `full disk: ${rounds} times full, ${ledger.statuses.get(503)} answers of 503, ready again after ${Math.round(slowest)} ms, ${ledger.acknowledged.size} responses acknowledged, 0 lost`,
    );
  },
);

// SQLite calls it by three names, by what there was no room for.
testThatNeeds(hasDisk, 'a small disk of its own (root, and leave to mount a tmpfs)')(
  'whatever there was no room for, a command says that the disk is full',
  { timeout: 60_000 },
  async () => {
    const folder = `${disk}/start`;
    const old = `${place}/old.db`;
    await (await openSqliteStore(old)).close();
    for (const isNew of [true, false]) {
      for (const room of [0, 16, 64].map((kib) => kib * 1024)) {
        rmSync(folder, { recursive: true, force: true });
        rmSync(`${disk}/rest`, { force: true });
        mkdirSync(folder);
        if (!isNew) copyFileSync(old, `${folder}/vivencia.db`);
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(`${disk}/rest`, Buffer.alloc(bavail * bsize - room));
        const failure = openSqliteStore(`${folder}/vivencia.db`).then(async (store) => {
          const sites = Array.from({ length: 100 }, (_, number) => defaultSite(`Shop ${number}`));
          try {
            for (const site of sites) await store.addSite(site);
          } finally {
            await store.close();
          }
        });
        await expect(failure).rejects.toThrow(`${folder}/vivencia.db cannot be written: the disk is full`);
      }
    }
    rmSync(`${disk}/rest`);
  },
);
