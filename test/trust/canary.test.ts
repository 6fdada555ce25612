import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { responseIdAt } from '../../bench/support/responseId.js';
import { startServerWith, vivencia } from '../support/runningServer.ts';
import { deliver } from './crowd.ts';
import { extent } from './extent.ts';
import { Ledger } from './ledger.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const responses = extent({ quick: 150, full: 10_000 });

/** Told with every request, and to be kept nowhere. */
const address = '203.0.113.77';
const agent = 'Canary/7.7 (in a mine)';
const headers = { 'user-agent': agent, 'x-forwarded-for': `${address}, 127.0.0.1`, forwarded: `for=${address}` };
/** Kept until it is erased. */
const respondent = 'c-canary-77';
const comment = 'The canary stopped singing.';

let site: TrustedSite;
afterAll(() => site.remove());

const canaries = [address, agent, respondent, comment];

/** Which canaries are found in which files, as UTF-8 or in UTF-16. */
function singing(): string[] {
  const files = readdirSync(site.folder).map((name) => ({ name, bytes: readFileSync(`${site.folder}/${name}`) }));
  return files.flatMap(({ name, bytes }) =>
    canaries
      .filter((canary) => bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le')))
      .map((canary) => `${canary} in ${name}`),
  );
}

test('addresses and agents are in no file and no log, what is erased is in no file any more and in no later backup', {
  timeout: extent({ quick: 60_000, full: 300_000 }),
}, async () => {
  site = await trustedSite();
  const settings = {
    VIVENCIA_LOG_LEVEL: 'debug',
    VIVENCIA_TRUSTED_PROXIES: '127.0.0.1',
    VIVENCIA_RATE_PREFIX: '1000000',
  };
  const server = await startServerWith(settings, site.folder);
  const to = { url: server.url, site: site.publicKey, ledger: new Ledger(), headers };
  for (let number = 0; number < responses; number++) {
    const isCanary = number % 3 === 0;
    const said = isCanary ? { respondent, comment: comment.repeat(1 + (number % 20)) } : { respondent: `c-${number}` };
    const id = responseIdAt(Date.now());
    // An amended row may move, and leave what it was behind.
    for (const revision of [1, 2]) await deliver(to, id, revision, { ...said, interaction: 'order-'.repeat(revision) });
  }
  expect([...to.ledger.statuses.keys()]).toEqual([200]);
  const asked = [`/?ip=${address}`, `/s/${site.publicKey}.js?ua=${agent}`, `/login?token=${address}`, `/${address}`];
  for (const path of asked) await (await fetch(server.url + path, { headers })).text();
  const bad = { method: 'POST', headers, body: `{"${address}":"${agent}` };
  for (const path of ['/v1/responses', '/v1/passes']) await (await fetch(server.url + path, bad)).text();
  expect(singing().filter((found) => found.includes(address) || found.includes(agent))).toEqual([]);
  // They can be found as long as they are kept.
  expect(singing()).not.toEqual([]);

  const erased = await vivencia(site.folder, 'erase', '--respondent', respondent, '--json');
  expect(JSON.parse(erased.stdout)).toMatchObject({ responses: Math.ceil(responses / 3) });
  expect(singing()).toEqual([]);
  expect((await deliver(to, responseIdAt(Date.now()), 2)).status).toBe(200);
  expect(await vivencia(site.folder, 'backup', `${site.folder}/backup.db`)).toMatchObject({ code: 0 });
  expect(singing()).toEqual([]);
  expect(await server.end('SIGTERM')).toBe(0);
  expect(readdirSync(site.folder)).toContain('backup.db');
  expect(singing()).toEqual([]);
  const said = server.printed + server.logged();
  expect(said).toContain('"level":20');
  expect(canaries.filter((canary) => said.includes(canary))).toEqual([]);
  expect(await vivencia(site.folder, 'verify')).toMatchObject({ code: 0 });
  console.log(
    `canary: ${responses * 2} deliveries; address and agent 0 times in files and logs, what was erased 0 times in file, log, WAL and backup`,
  );
});
