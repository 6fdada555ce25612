import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import { defaultSettings } from '../../../packages/contract/src/touchpoint.ts';
import { delivery } from '../../support/delivery.ts';
import { vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const { folder, remove } = temporaryFolder();
const file = `${folder}/touchpoints.json`;
afterAll(remove);

interface Declared {
  schema: string;
  touchpoints: Record<string, Record<string, unknown>>;
}

const run = (...args: string[]) => vivencia(folder, 'touchpoints', ...args);
const pulled = (): Declared => JSON.parse(readFileSync(file, 'utf8'));
const write = (declared: unknown) => writeFileSync(file, JSON.stringify(declared));
/** Of a site that nothing else has open. */
async function kept() {
  const store = await openSqliteStore(`${folder}/vivencia.db`);
  const [site] = await store.listSites();
  const touchpoints = await store.listKeptTouchpoints(site?.id ?? 0);
  await store.close();
  return Object.fromEntries(touchpoints.map((touchpoint) => [touchpoint.key, touchpoint]));
}

const reasons = [{ key: 'delivery', label: { en: 'Delivery' } }];

beforeAll(async () => {
  await vivencia(folder, 'site', 'add', 'Shop');
  const store = await openSqliteStore(`${folder}/vivencia.db`);
  const [site] = await store.listSites();
  const id = site?.id ?? 0;
  await store.putTouchpoint(id, 'returns', { ...defaultSettings('returns'), sampling: 0.5 });
  await store.putTouchpoint(id, 'checkout', { ...defaultSettings('checkout'), title: 'Paying', reasons });
  await store.recordStates([delivery(id, { touchpoint: 'only-heard' }), delivery(id, { touchpoint: 'check-out' })]);
  await store.mergeTouchpoint(id, 'check-out', 'checkout');
  await store.close();
});

test('what is declared is one file, by key, with what is not as by default', async () => {
  expect(await run('pull', file)).toMatchObject({ code: 0, stdout: `Wrote 2 touchpoints of Shop into ${file}.\n` });
  expect(readFileSync(file, 'utf8')).toBe(`{
  "schema": "vivencia-touchpoints/1",
  "touchpoints": {
    "checkout": {
      "title": "Paying",
      "reasons": [
        {
          "key": "delivery",
          "label": {
            "en": "Delivery"
          }
        }
      ]
    },
    "returns": {
      "title": "Returns",
      "sampling": 0.5
    }
  }
}
`);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

test('what was pulled changes nothing, and needs nobody’s word', async () => {
  const before = await kept();
  expect(await run('push', file)).toMatchObject({ code: 0, stdout: `Shop is as ${file} says.\n` });
  expect(await kept()).toEqual(before);
});

test('what would change is shown, and changed only when it is wanted', async () => {
  const { schema, touchpoints } = pulled();
  write({
    schema,
    touchpoints: {
      support: { title: 'Support' },
      checkout: { ...touchpoints.checkout, sampling: 0.25, note: 'Ask the payments team first. '.repeat(3) },
    },
  });
  const before = await kept();
  const diff = [
    '+ support  "Support"',
    '~ checkout',
    '    note:',
    '      - ""',
    `      + "${'Ask the payments team first. '.repeat(3)}"`,
    '    sampling: 1 → 0.25',
    '- returns  hidden; its answers stay',
  ];
  const dry = await run('push', file, '--dry-run');
  expect([dry.code, dry.stdout.split('\n')]).toEqual([0, [...diff, '', 'Nothing was changed.', '']]);
  expect(await run('push', file)).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  expect(await kept()).toEqual(before);

  const pushed = await run('push', file, '--yes', '--site', 'Shop');
  expect([pushed.code, pushed.stdout.split('\n')]).toEqual([
    0,
    [...diff, '', 'Changed Shop: 1 added, 1 changed, 1 hidden.', ''],
  ]);
  expect(await kept()).toMatchObject({
    checkout: { version: 2, hidden: false, settings: { title: 'Paying', sampling: 0.25, reasons } },
    returns: { version: 1, hidden: true },
    support: { version: 1, confirmed: true, settings: { title: 'Support' } },
    'only-heard': { confirmed: false, hidden: false },
    'check-out': { mergedInto: 'checkout' },
  });
  const after = await kept();
  expect(await run('push', file, '--yes')).toMatchObject({ code: 0, stdout: `Shop is as ${file} says.\n` });
  expect(await kept()).toEqual(after);
});

test('what was hidden or only heard is declared again where the file names it', async () => {
  const { schema, touchpoints } = pulled();
  write({ schema, touchpoints: { ...touchpoints, returns: { sampling: 0.5 }, 'only-heard': {} } });
  const pushed = await run('push', file, '--yes', '--json');
  expect(JSON.parse(pushed.stdout)).toEqual({
    added: ['only-heard', 'returns'],
    changed: [],
    hidden: [],
    applied: true,
  });
  expect(await kept()).toMatchObject({
    returns: { hidden: false, settings: { sampling: 0.5 } },
    'only-heard': { confirmed: true },
  });
});

test.each([
  ['no JSON', '{', ['is not JSON']],
  ['another schema', '{"schema":"other/1","touchpoints":{}}', ['schema must be one of vivencia-touchpoints/1']],
  ['an unknown field', '{"schema":"vivencia-touchpoints/1","touchpoints":{},"colour":1}', ['colour unknown field']],
  [
    'everything that is wrong, by its path',
    JSON.stringify({
      schema: 'vivencia-touchpoints/1',
      touchpoints: { A: {}, checkout: { sampling: 2, colour: 1 }, help: { triggers: [{ on: 'url' }] } },
    }),
    [
      'touchpoints has a key that is not valid',
      'touchpoints.checkout.sampling must be at most 1',
      'touchpoints.checkout.colour unknown field',
      'touchpoints.help.triggers.0.match',
    ],
  ],
  [
    'what was merged',
    '{"schema":"vivencia-touchpoints/1","touchpoints":{"check-out":{}}}',
    ['touchpoints.check-out is counted at checkout'],
  ],
])('refused, and nothing changed: %s', async (_, text, says) => {
  const before = await kept();
  writeFileSync(`${folder}/bad.json`, text);
  const refused = await run('push', `${folder}/bad.json`, '--yes');
  expect(refused.code).toBe(1);
  for (const line of says) expect(refused.stderr).toContain(line);
  expect(await kept()).toEqual(before);
});

test('a file that is not there, and one that cannot be written', async () => {
  expect(await run('push', `${folder}/none.json`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cannot be read: ENOENT'),
  });
  expect(await run('pull', `${folder}/none/there.json`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('cannot be written: ENOENT'),
  });
});

test('two who push at the same time: one is told to look again, or both did the same', async () => {
  const store = await openSqliteStore(`${folder}/vivencia.db`);
  const [site] = await store.listSites();
  const id = site?.id ?? 0;
  const wanted = (title: string) => ({
    declared: [
      { key: 'new', settings: defaultSettings('new'), base: 0 },
      { key: 'support', settings: { ...defaultSettings('support'), title }, base: 1 },
    ],
    hidden: [{ key: 'checkout', base: 2 }],
  });
  expect(await store.declareTouchpoints(id, { ...wanted('x'), hidden: [{ key: 'checkout', base: 1 }] })).toBe(false);
  expect((await store.listTouchpoints(id)).map(({ key }) => key)).not.toContain('new');
  expect(await store.declareTouchpoints(id, wanted('Help'))).toBe(true);
  expect(await store.declareTouchpoints(id, wanted('Other'))).toBe(false);
  expect((await store.getTouchpoint(id, 'support'))?.settings.title).toBe('Help');
  await store.close();
});
