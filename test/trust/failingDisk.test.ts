import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect } from 'vitest';
import { startServerUnder, vivencia } from '../support/runningServer.ts';
import { crowd } from './crowd.ts';
import { extent } from './extent.ts';
import { keptIn, Ledger } from './ledger.ts';
import { hasStrace, straceWanted, testThatNeeds } from './needs.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

/** Which syncs of a thread fail: some once, some for good, some every now and then. */
const failing = ['21+3', '25+', '20..24', '30', '30+2', '40+', '22+5'];
const rounds = extent({ quick: 3, full: 70 });
const clients = 10;

let site: TrustedSite;
afterAll(() => site?.remove());

testThatNeeds(hasStrace, straceWanted)(
  'where a sync fails nothing is acknowledged that the file lacks afterwards',
  { timeout: (rounds + 2) * 60_000 },
  async () => {
    site = await trustedSite();
    const ledger = new Ledger();
    const unavailable = () => ledger.statuses.get(503) ?? 0;
    for (let round = 0; round < rounds; round++) {
      const when = failing[round % failing.length];
      const watcher = ['strace', '-D', '-f', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none'];
      const injected = `inject=fsync,fdatasync:error=EIO:when=${when}`;
      const settings = { VIVENCIA_LOG_LEVEL: 'silent' };
      const server = await startServerUnder([...watcher, '-e', injected], settings, site.folder);
      const before = unavailable();
      const leave = crowd({ url: server.url, site: site.publicKey, ledger }, clients);
      await expect.poll(unavailable, { timeout: 20_000 }).toBeGreaterThan(before);
      await wait(200 + Math.random() * 300);
      // Told to stop it copies the WAL into the file, where syncs fail as well.
      await Promise.all([server.end(round % 2 ? 'SIGTERM' : 'SIGKILL'), leave()]);
      const kept = keptIn(site.file);
      expect(ledger.lostIn(kept), `syncs ${when} of round ${round}`).toEqual([]);
      expect(ledger.inventedIn(kept)).toEqual([]);
    }
    expect([...ledger.statuses.keys()].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
    expect(ledger.acknowledged.size).toBeGreaterThan(rounds);
    expect(await vivencia(site.folder, 'verify')).toMatchObject({ code: 0 });
    console.log(
      `failing disk: ${rounds} rounds of EIO at syncs, ${unavailable()} answers of 503, ${ledger.acknowledged.size} responses acknowledged, 0 lost`,
    );
  },
);
