import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { responseIdAt } from '../../bench/support/responseId.js';
import { startServerWith, vivencia } from '../support/runningServer.ts';
import { deliver } from './crowd.ts';
import { extent } from './extent.ts';
import { Ledger } from './ledger.ts';
import { type TrustedSite, trustedSite } from './trustedSite.ts';

const responses = extent({ quick: 120, full: 10_000 });

/** What a search for somebody would look for: who they are, what they wrote, what they bought. */
const respondent = 'c-erased-4711';
const words = 'The parcel lay in the rain for three days.';
const order = 'order-erased-4711';

let site: TrustedSite;
afterAll(() => site.remove());

/** In which files of a folder any of it is found, as UTF-8 or in UTF-16. */
const traces = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(`${folder}/${name}`) }))
    .filter(({ bytes }) =>
      [respondent, words, order].some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))),
    )
    .map(({ name }) => name);

test('who is erased by a backend is in no file, log or later backup, and the operator hears of the older ones', {
  timeout: extent({ quick: 90_000, full: 300_000 }),
}, async () => {
  site = await trustedSite();
  const backups = `${site.folder}/backups`;
  mkdirSync(backups);
  const server = await startServerWith({ VIVENCIA_LOG_LEVEL: 'debug' }, site.folder);
  const call = (method: string, path: string, body?: object) =>
    fetch(server.url + path, {
      method,
      headers: { authorization: `Bearer ${site.secretKey}`, 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : null,
    });

  const to = { url: server.url, site: site.publicKey, ledger: new Ledger(), headers: {} };
  for (let number = 0; number < responses; number++) {
    const isTheirs = number % 4 === 0;
    const said = isTheirs
      ? { respondent, comment: words.repeat(1 + (number % 9)), interaction: `${order}-${number}` }
      : { respondent: `c-${number}`, comment: 'Fine. '.repeat(number % 20), interaction: `order-${number}` };
    const id = responseIdAt(Date.now());
    // An amended row may move, and leave what it was behind.
    for (const revision of [1, 2]) await deliver(to, id, revision, said);
  }
  const { paths } = (await (await call('GET', '/openapi.json')).json()) as { paths: Record<string, object> };
  const interaction = { touchpoint: 'checkout', interaction: `${order}-told`, endedAt: new Date().toISOString() };
  const bodies = {
    '/v1/interactions': { ...interaction, respondent },
    '/v1/invitations': { ...interaction, interaction: `${order}-invited`, respondent, channel: 'email' },
  };
  for (const [path, body] of Object.entries(bodies)) {
    if (paths[path]) expect([path, (await call('POST', path, body)).status]).toEqual([path, 200]);
  }
  for (const name of ['kept', 'gone']) await vivencia(site.folder, 'backup', `${backups}/${name}.db`);
  rmSync(`${backups}/gone.db`);
  expect(traces(site.folder)).not.toEqual([]);
  const counted = async () => (await call('GET', '/v1/scores?test=1')).text();
  const before = await counted();

  expect((await call('DELETE', `/v1/respondents/${respondent}`)).status).toBe(204);

  expect(traces(site.folder)).toEqual([]);
  expect(traces(backups)).toEqual(['kept.db']);
  expect(await counted()).toBe(before);
  expect(await (await call('GET', `/v1/responses?respondent=${respondent}`)).json()).toEqual({
    responses: [],
    next: null,
  });
  const told = server
    .logged()
    .split('\n')
    .find((line) => line.includes('older backups'));
  expect(JSON.parse(told ?? '{}')).toMatchObject({ level: 40, backups: [`${backups}/kept.db`], movedOrDeleted: 1 });

  const erased = await vivencia(site.folder, 'erase', '--respondent', respondent, '--json');
  expect(JSON.parse(erased.stdout)).toEqual({
    responses: 0,
    backups: { found: [`${backups}/kept.db`], elsewhere: [`${backups}/gone.db`] },
  });
  expect((await vivencia(site.folder, 'erase', '--respondent', respondent)).stdout).toContain(`  ${backups}/kept.db`);

  expect(await vivencia(site.folder, 'backup', `${backups}/later.db`)).toMatchObject({ code: 0 });
  expect(await server.end('SIGTERM')).toBe(0);
  expect(traces(site.folder)).toEqual([]);
  expect(traces(backups)).toEqual(['kept.db']);
  const said = server.printed + server.logged();
  expect([respondent, words, order].filter((text) => said.includes(text))).toEqual([]);
  expect(await vivencia(site.folder, 'verify')).toMatchObject({ code: 0 });
});
