import { copyFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { startServer, vivencia } from '../support/runningServer.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { crowd, deliver } from './crowd.ts';
import { extent } from './extent.ts';
import { keptIn, Ledger } from './ledger.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const backups = extent({ quick: 2, full: 20 });
const clients = 20;

let site: TrustedSite;
const removals: (() => void)[] = [];
afterAll(() => {
  for (const remove of removals) remove();
});

test(`${backups} backups made under load: each holds all that was acknowledged before it began, and is restored by copying`, {
  timeout: (backups + 2) * 60_000,
}, async () => {
  site = await trustedSite();
  removals.push(site.remove);
  const server = await startServer(site.folder);
  const ledger = new Ledger();
  const held: number[] = [];
  for (let number = 0; number < backups; number++) {
    const to = { url: server.url, site: site.publicKey, ledger };
    const leave = crowd(to, clients, { comment: 'Why I felt it. '.repeat(9) });
    const more = ledger.acknowledged.size + 100;
    await expect.poll(() => ledger.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(more);
    const acknowledged = new Map(ledger.acknowledged);
    const backup = `${site.folder}/backup-${number}.db`;
    expect(await vivencia(site.folder, 'backup', backup)).toMatchObject({ code: 0 });
    await leave();

    const { folder, remove } = temporaryFolder();
    removals.push(remove);
    copyFileSync(backup, `${folder}/vivencia.db`);
    const kept = keptIn(`${folder}/vivencia.db`);
    expect(ledger.lostIn(kept, acknowledged)).toEqual([]);
    expect(ledger.inventedIn(kept)).toEqual([]);
    expect(await vivencia(folder, 'verify')).toMatchObject({ code: 0 });
    const restored = await startServer(folder);
    const toRestored = { url: restored.url, site: site.publicKey, ledger: new Ledger() };
    expect((await deliver(toRestored, crypto.randomUUID(), 2)).status).toBe(200);
    expect(await restored.end('SIGTERM')).toBe(0);
    held.push(acknowledged.size);
  }
  expect(await server.end('SIGTERM')).toBe(0);
  expect([...ledger.statuses.keys()]).toEqual([200]);
  console.log(
    `backup under load: ${backups} restored, of ${held[0]} to ${held.at(-1)} responses acknowledged before, 0 lost`,
  );
});
