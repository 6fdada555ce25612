import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSite } from '../../../packages/collector/src/api/siteSchema.ts';
import { openSqliteStore } from '../../../packages/collector/src/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../../packages/collector/src/store/store.ts';
import { defaultSettings } from '../../../packages/contract/src/touchpoint.ts';
import { startServer, vivencia } from '../../support/runningServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const command = fileURLToPath(new URL('../../../packages/collector/bin/vivencia.js', import.meta.url));

let folder: string;
let remove: () => void;
let publicKey: string;
let secretKey: string;

/** The commands are what is tested here; what only surrounds them needs no process of its own. */
async function withStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(`${folder}/vivencia.db`);
  return run(store).finally(() => store.close());
}

const addSite = (name: string) =>
  withStore((store) => store.addSite({ ...defaultSite(name), timeZone: 'Europe/Madrid' })).then(
    ({ site, secretKey }) => ({
      id: site.id,
      publicKey: site.publicKey,
      secretKey,
    }),
  );

beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  ({ publicKey, secretKey } = await addSite('Shop'));
});
/** Whatever an import did, the tallies are those of a recount. */
afterEach(async () => {
  const { differences } = await withStore((store) => store.verify());
  remove();
  expect(differences).toEqual([]);
});

const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(`${folder}/${name}`, content);
  return `${folder}/${name}`;
};
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

interface Result {
  code: number;
  stored: number;
  amended: number;
  unchanged: number;
  stale: number;
  rejected: number;
  rejects: string | null;
  dryRun: boolean;
  from: string | null;
  to: string | null;
  firstRejects: string[];
  newTouchpoints: string[];
  underOther: string[];
  segmentsUnderOther: { names: string[]; values: string[] };
  read: string[];
  notRead: string[];
  notes: string[];
}

async function importing(file: string, ...args: string[]): Promise<Result> {
  const { code, stdout, stderr } = await vivencia(folder, 'import', file, ...args, '--json');
  if (!stdout) throw new Error(stderr);
  return { code, ...JSON.parse(stdout) };
}

const all = { code: 0, amended: 0, unchanged: 0, stale: 0, rejected: 0, rejects: null };

/** The responses of a site, as `vivencia export` would write them. */
const exported = (site = publicKey) =>
  withStore(async (store) => {
    const found = await store.siteByPublicKey(site);
    const responses = await store.readResponses(found?.id ?? 0, null, 100_000);
    return responses.map(({ at, received: _, segment, ...state }) => ({
      ...state,
      segment: Object.fromEntries(segment),
      at: new Date(at).toISOString(),
    }));
  });

const survey = [
  '--map',
  'at=When,touchpoint=Page,emotion=Feeling,strength=Score,comment=Why',
  '--value',
  'emotion:Enfadado=angry',
  '--value',
  'emotion:Rabia=angry',
  '--strength-max',
  '10',
];

/** A spreadsheet's file: byte order mark, semicolons, CR LF, a comment of two lines, a blank line, two lines alike. */
const spreadsheet = [
  '\ufeffWhen;Page;Feeling;Score;Why',
  '2026-03-01 14:22;checkout;Enfadado;8;"dos',
  'líneas; ""bien"""',
  '',
  '2026-03-29 02:30;checkout;happy;8;',
  '2026-03-01 9:00;checkout;happy;8;',
  '2026-03-02T10:00:00+05:30;returns;HAPPY;7;',
  '2026-03-02T10:00:00+05:30;returns;HAPPY;4;',
  '2026-03-02T10:00:00+05:30;returns;HAPPY;4;',
  '2026-03-01;Support chat;calm;2;',
  '2026-03-01;checkout;Contento;2;',
  '2026-03-01;checkout',
  '2026-03-01;checkout;sad;2;"open',
  '2026-03-01;checkout;sad;10;=1+1',
  '',
].join('\r\n');

/** Where there is none, a row could not be read. */
const idBehind = (row: string) => /;([0-9a-f-]{36})?$/.exec(row)?.[1];

describe('a table from a spreadsheet', () => {
  test('its answers are stored, and what cannot be one is refused with its line', async () => {
    const file = write('survey.csv', spreadsheet);
    const result = await importing(file, ...survey);
    expect(result).toEqual({
      code: 1,
      site: 'Shop',
      dryRun: false,
      stored: 4,
      amended: 0,
      unchanged: 0,
      stale: 0,
      rejected: 7,
      from: '2026-03-01',
      to: '2026-03-02',
      firstRejects: expect.arrayContaining([expect.stringMatching(/^line 5: /)]),
      rejects: `${folder}/survey.rejects.csv`,
      newTouchpoints: ['checkout', 'returns'],
      underOther: [],
      segmentsUnderOther: { names: [], values: [] },
      read: ['When (at)', 'Page (touchpoint)', 'Feeling (emotion)', 'Score (strength)', 'Why (comment)'],
      notRead: [],
      notes: ['--value emotion:Rabia=… was never needed: no row says that.'],
    });
    expect((await exported()).toSorted((a, b) => (a.at < b.at ? -1 : 1))).toMatchObject([
      { at: '2026-02-28T23:00:00.000Z', touchpoint: 'checkout', emotion: 'sad', strength: 5, comment: '=1+1' },
      {
        at: '2026-03-01T13:22:00.000Z',
        emotion: 'angry',
        strength: 4,
        comment: 'dos\nlíneas; "bien"',
        status: 'answered',
      },
      { at: '2026-03-02T04:30:00.000Z', touchpoint: 'returns', emotion: 'happy', strength: 2 },
      { at: '2026-03-02T04:30:00.000Z', touchpoint: 'returns', emotion: 'happy', strength: 2 },
    ]);
    const rejects = read('survey.rejects.csv').split('\r\n');
    expect(rejects[0]).toBe('\ufeffWhen;Page;Feeling;Score;Why;vivencia_line;vivencia_error;vivencia_id');
    const reasons: [line: number, reason: RegExp][] = [
      [5, /When \(at\): ""2026-03-29 02:30"" is a time that the clocks of Europe\/Madrid skipped/],
      [6, /When \(at\): ""2026-03-01 9:00"" is read only as 2026-03-01, /],
      [7, /Score \(strength\): 7 of 10 is no whole strength from 1 to 5/],
      [10, /Page \(touchpoint\): ""Support chat"" has a form .*--value ""touchpoint:Support chat=KEY""/],
      [11, /Feeling \(emotion\): ""Contento"" must be one of happy, .*--value ""emotion:Contento=EMOTION""/],
      [12, /^2026-03-01;checkout;;;;12;"has 2 columns where the header has 5; the last ones are empty";[0-9a-f-]{36}$/],
      [13, /^;;;;;13;.*quote[^;]*;$/],
    ];
    expect(rejects.slice(1, -1)).toEqual(reasons.map(([, reason]) => expect.stringMatching(reason)));
    const lines = rejects.slice(1, -1).map((row) => Number(row.split(';')[5]));
    expect(lines).toEqual(reasons.map(([line]) => line));
  });

  test('the same file again counts nothing twice, and neither does its file of rejects', async () => {
    const file = write('survey.csv', spreadsheet);
    await importing(file, ...survey);
    const before = await exported();
    expect(await importing(file, ...survey)).toMatchObject({ stored: 0, unchanged: 4, rejected: 7 });
    expect(await importing(`${folder}/survey.rejects.csv`, ...survey)).toMatchObject({ stored: 0, rejected: 7 });
    expect(await exported()).toEqual(before);
  });

  test('rows are corrected in the file of rejects, and that one is imported', async () => {
    await importing(write('survey.csv', spreadsheet), ...survey);
    // The corrected one becomes the same, to the letter, as the two that were taken: it is a third answer.
    const corrected = read('survey.rejects.csv').replace(';7;;', ';4;;').replace('Support chat;', 'support-chat;');
    write('survey.rejects.csv', corrected);
    const file = `${folder}/survey.rejects.csv`;
    expect(await importing(file, ...survey)).toMatchObject({ stored: 2, rejected: 5 });
    const again = read('survey.rejects.rejects.csv').split('\r\n');
    expect(again[0]).toBe('\ufeffWhen;Page;Feeling;Score;Why;vivencia_line;vivencia_error;vivencia_id');
    expect(again.slice(1).map(idBehind)).toEqual(
      corrected.split('\r\n').flatMap((row, place) => ([0, 3, 4].includes(place) ? [] : [idBehind(row)])),
    );
    expect(await importing(file, ...survey)).toMatchObject({ stored: 0, unchanged: 2, rejected: 5 });
    expect(await importing(write('survey.csv', spreadsheet), ...survey)).toMatchObject({ stored: 0, unchanged: 4 });
  });

  test('a former run’s file of rejects goes with the last reject', async () => {
    const file = write('survey.csv', spreadsheet);
    await importing(file, ...survey);
    expect(existsSync(`${folder}/survey.rejects.csv`)).toBe(true);
    write('survey.csv', spreadsheet.split('\r\n').slice(0, 3).join('\r\n'));
    expect(await importing(file, ...survey)).toMatchObject({ ...all, unchanged: 1 });
    expect(existsSync(`${folder}/survey.rejects.csv`)).toBe(false);
  });

  test('a dry run says the same and leaves the database as it is', async () => {
    const file = write('survey.csv', spreadsheet);
    const digest = () =>
      createHash('sha256')
        .update(readFileSync(`${folder}/vivencia.db`))
        .digest('hex');
    const before = digest();
    const dry = await importing(file, ...survey, '--dry-run');
    expect(dry).toMatchObject({ dryRun: true, stored: 4, rejected: 7, newTouchpoints: ['checkout', 'returns'] });
    expect(digest()).toBe(before);
    expect(dry.rejects).toBeNull();
    expect(existsSync(`${folder}/survey.rejects.csv`)).toBe(false);
    const rejects = `${folder}/survey.rejects.csv`;
    expect(await importing(file, ...survey)).toEqual({ ...dry, dryRun: false, rejects });
    expect(await importing(file, ...survey, '--dry-run')).toMatchObject({
      stored: 0,
      unchanged: 4,
      newTouchpoints: [],
    });
    expect(read('survey.rejects.csv')).toContain('7 of 10');
    const kept = `${folder}/kept.csv`;
    expect(await importing(file, ...survey, '--dry-run', '--rejects', kept)).toMatchObject({ rejects: kept });
    expect(read('kept.csv')).toEqual(read('survey.rejects.csv'));
  });

  test('the same rows are the same answers, however the clocks are set and whatever else is said', async () => {
    const file = write('survey.csv', 'At;Page;Feeling\n2026-03-01 14:22;checkout;calm\n');
    const map = ['--map', 'at=At,touchpoint=Page,emotion=Feeling'];
    expect(await importing(file, ...map)).toMatchObject({ ...all, stored: 1 });
    await withStore((store) => store.putSite(1, { ...defaultSite('Shop'), timeZone: 'Asia/Tokyo' }));
    const { firstRejects } = await importing(file, ...map, '--set', 'channel=email');
    expect(firstRejects).toEqual(['line 2: was imported before with other values; --revision 1 replaces them']);
  });

  test('columns that nobody asked for are told', async () => {
    const file = write('survey.csv', 'sep=;\r\nAt;Page;Feeling;Score;Why\r\n2026-03-01;checkout;calm;8;x;;\r\n');
    expect(await importing(file, '--map', 'at=At,touchpoint=Page,emotion=Feeling')).toMatchObject({
      ...all,
      stored: 1,
      from: '2026-03-01',
      to: '2026-03-01',
      notRead: ['Score', 'Why'],
    });
  });

  test('what it says to people', async () => {
    const { code, stdout } = await vivencia(folder, 'import', write('survey.csv', spreadsheet), ...survey);
    expect(code).toBe(1);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(
      /^Imported .*survey\.csv into Shop: 4 stored, 0 amended, 0 unchanged, 0 stale, 7 rejected\.$/,
    );
    expect(lines[1]).toBe('Answers are from 2026-03-01 to 2026-03-02.');
    expect(lines[2]).toMatch(/^line 5: When \(at\): /);
    expect(lines[5]).toMatch(/^and 4 more\. Correct them in .*survey\.rejects\.csv and import that file/);
    expect(lines[6]).toBe('New touchpoints, unconfirmed until somebody declares them: checkout, returns');
  });
});

describe('corrections', () => {
  const rows = (strength: number) =>
    `id,at,touchpoint,emotion,strength\norder-1,2026-03-01,checkout,calm,${strength}\n`;

  test('other values are refused, until a higher revision replaces them', async () => {
    const file = write('orders.csv', rows(2));
    expect(await importing(file)).toMatchObject({ ...all, stored: 1 });
    write('orders.csv', rows(3));
    for (const dryRun of [['--dry-run'], []]) {
      const { code, rejected, firstRejects } = await importing(file, ...dryRun);
      expect([code, rejected, firstRejects]).toEqual([
        1,
        1,
        [expect.stringMatching(/has this id with other values; --revision 1 replaces/)],
      ]);
    }
    expect(read('orders.rejects.csv')).toMatch(/--revision 1 replaces what was imported,\r\n$/);
    for (const dryRun of [['--dry-run'], []]) {
      expect(await importing(file, ...dryRun, '--revision', '1')).toMatchObject({ ...all, amended: 1 });
    }
    expect(await importing(file)).toMatchObject({ ...all, stale: 1 });
    expect(await exported()).toMatchObject([{ strength: 3, revision: 1 }]);
  });

  test('an id that comes twice in a file is one answer', async () => {
    const twice = `${rows(2)}order-1,2026-03-01,checkout,calm,2\norder-1,2026-03-01,checkout,calm,3\n`;
    const file = write('orders.csv', twice);
    for (const dryRun of [['--dry-run'], []]) {
      expect(await importing(file, ...dryRun)).toMatchObject({ code: 1, stored: 1, unchanged: 1, rejected: 1 });
    }
    expect(await exported()).toHaveLength(1);
  });
});

describe('NDJSON', () => {
  test('objects with values of any kind', async () => {
    const objects = [
      { id: randomUUID(), at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', nps: 9, test: true },
      {
        at: '2026-03-01T10:00:00Z',
        touchpoint: 'checkout',
        emotion: 'calm',
        strength: 4,
        'segment.plan': 'pro',
        latency: 2,
      },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', csat: 4, nps: 9 },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', csat: 4.5 },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', emotion: 'calm', interaction: 12345678901234567890n },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', emotion: ['calm'] },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout' },
      { at: '2999-01-01T10:00:00Z', touchpoint: 'checkout', emotion: 'calm' },
      { at: '1969-12-31', touchpoint: 'checkout', emotion: 'calm' },
      { touchpoint: 'checkout', emotion: 'calm', at: '' },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', emotion: 'calm', latency: -1, unexpected: 'perhaps' },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', emotion: 'calm', latency: '1,5' },
      { at: '2026-03-01T10:00:00Z', touchpoint: 'checkout', emotion: 'calm', reasons: 'price' },
    ];
    const lines = objects.map((object) =>
      JSON.stringify(object, (_, value) => (typeof value === 'bigint' ? '12345678901234567890n' : value)).replace(
        '"12345678901234567890n"',
        '12345678901234567890',
      ),
    );
    const file = write('answers.jsonl', `${lines.join('\n')}\nnot JSON\n`);
    expect(await importing(file, '--latency-unit', 'min')).toMatchObject({ code: 1, stored: 2, rejected: 12 });
    expect(await exported()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ evaluation: { scale: 'nps', value: 9 }, test: true, id: objects[0]?.id }),
        expect.objectContaining({ emotion: 'calm', segment: { plan: 'pro' }, latencyMs: 120_000 }),
      ]),
    );
    const rejects = read('answers.rejects.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rejects.map((object) => [object.vivencia_line, object.vivencia_error])).toEqual([
      [3, 'csat and nps: an answer has only one evaluation'],
      [4, 'csat: must be a whole number'],
      [5, 'interaction: is too large a number to be read exactly; write it in quotes'],
      [6, 'emotion: must be one value'],
      [7, 'emotion: answered needs an emotion or an evaluation'],
      [8, 'at: "2999-01-01T10:00:00Z" is still to come'],
      [9, 'at: "1969-12-31" is before 1970'],
      [10, 'at: is missing'],
      [11, 'unexpected: "perhaps" is none of true, false, yes, no, 1, 0'],
      [12, 'latency: "1,5" is no plain number like 4 or 4.5'],
      [
        13,
        expect.stringMatching(/^reasons: "price" names a reason this touchpoint never had: declare it before, PUT /),
      ],
      [14, 'is not JSON'],
    ]);
    const added = { vivencia_line: 3, vivencia_error: expect.any(String), vivencia_id: expect.any(String) };
    expect(rejects[0]).toEqual({ ...objects[2], ...added });
    expect(rejects.at(-1)).toEqual({ vivencia_line: 14, vivencia_error: 'is not JSON' });
  });

  test('a column that no line has is pointed at', async () => {
    const file = write('answers.ndjson', '{"when":"2026-03-01","where":"checkout","mood":"calm"}\n');
    const map = ['--map', 'at=when,touchpoint=where,emotion=mood,strength=Scoer'];
    expect(await importing(file, ...map)).toMatchObject({ stored: 1, notes: ['No line of the file has "Scoer".'] });
  });
});

describe('what vivencia export writes is read without --map', () => {
  test('as NDJSON and as a table it makes the same answers and the same scores', async () => {
    const server = await startServer(folder);
    const call = async (path: string, key: string, body?: unknown, method = body ? 'POST' : 'GET') => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const response = await fetch(server.url + path, { method, headers, body: body ? JSON.stringify(body) : null });
      expect(response.status).toBe(200);
      return response.json();
    };
    const others = { ndjson: await addSite('As NDJSON'), csv: await addSite('As a table') };
    const reasons = ['price', 'late'].map((key) => ({ key, label: { en: key } }));
    for (const key of [secretKey, others.ndjson.secretKey, others.csv.secretKey]) {
      await call('/v1/touchpoints/checkout', key, { reasons }, 'PUT');
    }
    const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const states = [
      { status: 'answered', emotion: 'angry', strength: 5, reasons: ['late', 'price'], latencyMs: 5_200, at: at(30) },
      { status: 'answered', emotion: 'calm', comment: '=SUM(A1)\n"two" lines, one; answer', at: at(29) },
      { status: 'answered', emotion: 'calm', comment: '\n-1', respondent: '+34 600', at: at(28) },
      {
        status: 'answered',
        evaluation: { scale: 'ces', value: 6 },
        segment: { plan: 'pro: "plus"', 'where from': 'La Palma', country: '{es}' },
        at: at(27),
      },
      { status: 'answered', emotion: 'happy', strength: 1, locale: 'es', channel: 'email', version: 1, at: at(26) },
      { status: 'answered', emotion: 'happy', interaction: '-7', unexpected: true, invitation: 'abc', at: at(25) },
      { status: 'answered', emotion: 'sad', test: true, at: at(5) },
      { status: 'shown', at: at(4) },
      { status: 'dismissed', at: at(3), touchpoint: 'returns' },
      { status: 'abandoned', at: at(2) },
    ].map((state, revision) => ({ id: randomUUID(), revision, touchpoint: 'checkout', ...state }));
    await call('/v1/responses', secretKey, states);
    const original = await exported();
    expect(original).toHaveLength(states.length);

    for (const format of ['ndjson', 'csv'] as const) {
      const { stdout } = await vivencia(folder, 'export', '--site', publicKey, '--format', format);
      const headers = { authorization: `Bearer ${secretKey}` };
      const streamed = await (await fetch(`${server.url}/v1/responses?format=${format}`, { headers })).text();
      expect(streamed).toBe(stdout);
      const file = write(`answers.${format}`, streamed);
      const site = ['--site', others[format].publicKey];
      expect(await importing(file, ...site)).toMatchObject({ ...all, stored: states.length });
      expect(await exported(others[format].publicKey)).toEqual(original);
      expect(await importing(file, ...site)).toMatchObject({ ...all, unchanged: states.length });
      // Where it came from, it is there already.
      expect(await importing(file, '--site', publicKey)).toMatchObject({ ...all, unchanged: states.length });
      const counted = await call('/v1/scores', secretKey);
      expect(counted.touchpoints).toHaveLength(2);
      expect(await call('/v1/scores', others[format].secretKey)).toEqual(counted);
    }
    await server.end('SIGTERM');
  });
});

test('a server that runs on the same file counts what is imported', async () => {
  const server = await startServer(folder);
  const hour = (place: number) => new Date(Date.now() - (place + 1) * 3_600_000).toISOString();
  const rows = Array.from(
    { length: 1_500 },
    (_, place) => `${hour(place % 48)},checkout,happy,${(place % 5) + 1},c-${place}`,
  );
  const file = write('answers.csv', `at,touchpoint,emotion,strength,respondent\n${rows.join('\n')}\n`);
  let isDone = false;
  const imported = importing(file).finally(() => {
    isDone = true;
  });
  let delivered = 0;
  while (!isDone) {
    const state = { site: publicKey, id: randomUUID(), revision: 0, touchpoint: 'checkout', status: 'shown' };
    const { status } = await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(state) });
    expect(status).toBe(200);
    delivered++;
  }
  expect(await imported).toMatchObject({ ...all, stored: 1_500 });
  const response = await fetch(`${server.url}/v1/scores`, { headers: { authorization: `Bearer ${secretKey}` } });
  const { touchpoints } = await response.json();
  expect(touchpoints).toMatchObject([
    { touchpoint: 'checkout', answered: 1_500, shown: delivered, emotions: { happy: 1_500 } },
  ]);
  expect(delivered).toBeGreaterThan(0);
  await server.end('SIGTERM');
});

test('2,500 rows, and again', { timeout: 180_000 }, async () => {
  const at = (place: number) => new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString();
  const rows = Array.from({ length: 2_500 }, (_, place) => `${at(place)},checkout,calm,"comment ${place}"`);
  const file = write('answers.csv', `at,touchpoint,emotion,comment\n${rows.join('\n')}\n`);
  expect(await importing(file)).toMatchObject({ ...all, stored: 2_500 });
  expect(await importing(file)).toMatchObject({ ...all, unchanged: 2_500 });
});

describe('touchpoints', () => {
  test('beyond the unconfirmed ones that a site takes, it is said what is counted under other', async () => {
    const rows = Array.from({ length: 53 }, (_, place) => `2026-03-01,page-${place},calm`);
    const file = write('answers.csv', `at,touchpoint,emotion\n${rows.join('\n')}\n`);
    for (const dryRun of [['--dry-run'], []]) {
      const { newTouchpoints, underOther, stored } = await importing(file, ...dryRun);
      expect([stored, newTouchpoints.length, underOther]).toEqual([53, 50, ['page-50', 'page-51', 'page-52']]);
    }
  });
});

describe('what a dry run foresees', () => {
  const rows = [
    '2026-03-01,checkout,calm,price',
    '2026-03-01,checkout,calm,"late delivery, price"',
    '2026-03-01,checkout,calm,rude',
    '2026-03-01,returns,calm,price',
    '2026-03-01,elsewhere,fine,',
  ];

  test('reasons that were never offered, and no word of touchpoints that were only refused', async () => {
    const offered = { key: 'price', label: { en: 'Price' } };
    await withStore(async (store) => {
      await store.putTouchpoint(1, 'checkout', { ...defaultSettings('checkout'), reasons: [offered] });
      await store.putTouchpoint(1, 'checkout', defaultSettings('checkout'));
      await store.putTouchpoint(1, 'checkout', {
        ...defaultSettings('checkout'),
        reasons: [{ ...offered, key: 'late' }],
      });
    });
    const file = write('answers.csv', `at,touchpoint,emotion,reasons\n${rows.join('\n')}\n`);
    const words = ['--value', 'reasons:late delivery=late'];
    const dry = await importing(file, ...words, '--dry-run');
    expect(dry).toMatchObject({ stored: 2, rejected: 3, newTouchpoints: [], underOther: [] });
    expect(dry.firstRejects[0]).toBe(
      'line 4: reasons: "rude" names a reason this touchpoint never had: declare it before, PUT /v1/touchpoints/checkout {"reasons":[{"key":"…","label":{"en":"…"}}]}',
    );
    expect(await importing(file, ...words)).toEqual({
      ...dry,
      dryRun: false,
      rejects: `${folder}/answers.rejects.csv`,
    });
    expect((await exported()).map(({ reasons }) => reasons.join()).sort()).toEqual(['late,price', 'price']);
    const unsaid = await importing(file);
    expect(unsaid.firstRejects[0]).toMatch(
      /^line 3: reasons: "late delivery" has a form .* commas between several; --value "reasons:late delivery=KEY"/,
    );
  });

  test('segments beyond the caps', async () => {
    const names = Array.from({ length: 10 }, (_, place) => `segment.s${place}`);
    const values = Array.from({ length: 201 }, (_, place) => `2026-03-01,checkout,calm,${place}`);
    const many = `2026-03-02,checkout,calm,1${',a'.repeat(7)},,\n2026-03-02,checkout,calm${',b'.repeat(8)},,\n2026-03-02,checkout,calm${','.repeat(9)}x,y`;
    const padded = values.map((row) => `${row}${','.repeat(9)}`);
    const file = write('answers.csv', `at,touchpoint,emotion,${names.join()}\n${padded.join('\n')}\n${many}\n`);
    for (const dryRun of [['--dry-run'], []]) {
      const { stored, segmentsUnderOther } = await importing(file, ...dryRun);
      expect([stored, segmentsUnderOther]).toEqual([204, { names: ['s8', 's9'], values: ['s0'] }]);
    }
  });
});

describe('encodings', () => {
  const rows = [
    'at,touchpoint,emotion,comment',
    '2026-03-01,checkout,calm,España',
    '2026-03-01,check out,calm,España',
    '',
  ];
  const latin = Buffer.from(rows.join('\n'), 'latin1');

  const start = Array.from(
    { length: 3_000 },
    (_, place) => `2026-03-01,checkout,calm,"number ${place}, and some words"\n`,
  );
  const late = Buffer.concat([Buffer.from(`${rows[0]}\n${start.join('')}`), latin.subarray(latin.indexOf('\n') + 1)]);

  test('what is not UTF-8 fails before anything is imported, so that the right encoding counts nothing twice', async () => {
    const file = write('answers.csv', late);
    const { code, stderr } = await vivencia(folder, 'import', file);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /answers\.csv: line 3002 is not UTF-8; .* try --encoding windows-1252; nothing was imported$/m,
      ),
    ]);
    expect(await exported()).toEqual([]);
    expect(await importing(file, '--encoding', 'windows-1252')).toMatchObject({ stored: 3_001, rejected: 1 });
  });

  test('standard input is imported up to there, and nothing is promised of another encoding', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [command, 'import', '-', '--format', 'csv', '--data', folder],
      { input: late, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/line 3002 is not UTF-8; .*; \d+ rows were read until then$/m),
    ]);
  });

  test('a file of rejects is read with the options of the first one', async () => {
    const file = write('answers.csv', latin);
    expect(await importing(file, '--encoding', 'latin1')).toMatchObject({ stored: 1, rejected: 1 });
    write('answers.rejects.csv', read('answers.rejects.csv').replace('check out', 'checkout'));
    const corrected = await importing(`${folder}/answers.rejects.csv`, '--encoding', 'latin1');
    // Corrected, it says what the line above it says, and is an answer of its own all the same.
    expect(corrected).toMatchObject({ ...all, stored: 1 });
    expect(await exported()).toMatchObject([{ comment: 'España' }, { comment: 'España' }]);
  });
});

describe('standard input', () => {
  const pipe = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, [command, 'import', '-', '--data', folder, ...args], { input, encoding: 'utf8' });

  test('rejects are told as lines, or kept where they are asked for', () => {
    const input = 'at|touchpoint|emotion\n2026-03-01|checkout|calm\n2026-03-01|checkout|fine\n';
    const told = pipe(input, '--format', 'csv');
    expect([told.status, told.stdout]).toEqual([
      1,
      expect.stringMatching(/^Imported - into Shop: 1 stored,.* 1 rejected\./),
    ]);
    expect(told.stderr).toMatch(/^line 3: emotion: "fine" must be one of/);
    const kept = pipe(input, '--format', 'csv', '--rejects', `${folder}/kept.csv`, '--json');
    expect(JSON.parse(kept.stdout)).toMatchObject({ unchanged: 1, rejected: 1, rejects: `${folder}/kept.csv` });
    expect(read('kept.csv')).toMatch(/2026-03-01\|checkout\|fine\|3\|/);
  });

  test('its format is to be said', () => {
    expect(pipe('').status).toBe(2);
  });
});

test('what is asked wrongly exits with 2 and imports nothing; what cannot be done, with 1', async () => {
  const file = write('answers.csv', 'When,touchpoint,emotion\n2026-03-01,checkout,calm\n');
  const odd = write('answers.xlsx', '');
  const notes = write('notes.csv', read('answers.csv'));
  write('notes.rejects.csv', 'my own notes');
  const array = write('array.ndjson', '[{"at":"2026-03-01"}]');
  const map = ['--map', 'at=When,touchpoint=touchpoint,emotion=emotion'];
  const rows: [code: number, says: RegExp, ...args: string[]][] = [
    [2, /say what at is: --map at=COLUMN .*the columns are When, touchpoint, emotion/, file],
    [
      2,
      /no column "Wann"; there are When, touchpoint, emotion/,
      file,
      '--map',
      'at=Wann,touchpoint=touchpoint,emotion=emotion',
    ],
    [2, /answers\.xlsx: say what it is with --format/, odd],
    [2, /--strength-max must be a whole number from 1 on/, file, '--strength-max', '0'],
    [2, /would write over .*vivencia\.db-wal/, file, '--rejects', `${folder}/vivencia.db-wal`],
    [2, /notes\.rejects\.csv: there is another file already; name another file with --rejects/, notes, ...map],
    [2, /--set channel: "post" must be one of web/, file, ...map, '--set', 'channel=post'],
    [1, /is a JSON array: write one object a line.*; nothing was imported/, array],
    [1, /there is no file .*nothing\.csv/, `${folder}/nothing.csv`],
    [1, /is a folder/, folder, '--format', 'csv'],
    [1, /there is nothing in the file/, odd, '--format', 'csv'],
  ];
  for (const [code, says, ...args] of rows) {
    const result = await vivencia(folder, 'import', ...args);
    expect([result.code, result.stderr]).toEqual([code, expect.stringMatching(says)]);
  }
  expect(await exported()).toEqual([]);
  expect(read('notes.rejects.csv')).toBe('my own notes');
});
