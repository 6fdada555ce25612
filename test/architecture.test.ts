import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { referenceTables, siteTables } from '../packages/collector/src/store/sqlite/schema.ts';

const packages = fileURLToPath(new URL('../packages', import.meta.url));

interface Arrow {
  from: string;
  to: string;
}

const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^[^/]+\/src\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
);

/** Every import between our own files, both as `package/src/…` paths. */
const arrows: Arrow[] = sources.flatMap((from) => {
  const text = readFileSync(join(packages, from), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('.')) return [{ from, to: relative(packages, join(packages, dirname(from), specifier)) }];
    const contract = /^@vivencia\/contract\/(.+)$/.exec(specifier)?.[1];
    return contract ? [{ from, to: `contract/src/${contract}.ts` }] : [];
  });
});

/** The room of a file: its folder under src, or its own name where it stands in src itself. */
const roomOf = (file: string) => /^[^/]+\/src\/([^/]+?)(?:\.tsx?)?(?:\/|$)/.exec(file)?.[1] ?? '';

/** Floors from top to bottom; an import goes to a lower floor or stays in its room. */
const collectorFloors: string[][] = [
  ['index'],
  ['cli', 'embed'],
  ['main'],
  ['app', 'schedule', 'server'],
  ['invitation', 'kiosk', 'reference'],
  ['api', 'page', 'asset', 'ingest'],
  ['stats', 'access', 'config', 'observe', 'declare', 'export'],
  ['http'],
  ['store', 'scoring'],
  ['tally', 'packageFile'],
];

describe('imports go down only', () => {
  test('every import leads to a file', () => {
    const missing = arrows.filter(({ to }) => !sources.includes(to) && !/\.(json|css)$/.test(to));
    expect(missing).toEqual([]);
  });

  test('the contract imports nothing but itself', () => {
    expect(arrows.filter(({ from, to }) => from.startsWith('contract/') && !to.startsWith('contract/'))).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(packages, 'contract/package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
  });

  test('widget and collector know nothing of each other', () => {
    const packageOf = (file: string) => file.split('/')[0];
    const across = arrows.filter(({ from, to }) => packageOf(from) !== packageOf(to) && packageOf(to) !== 'contract');
    expect(across).toEqual([]);
  });

  test('there is no circle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of next.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('the collector’s rooms', () => {
  const own = arrows.filter(({ from, to }) => from.startsWith('collector/') && to.startsWith('collector/'));
  const floorOf = (room: string) => collectorFloors.findIndex((floor) => floor.includes(room));

  test('each stands on a floor', () => {
    const rooms = new Set(sources.filter((file) => file.startsWith('collector/')).map(roomOf));
    expect([...rooms].filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  test('no arrow leads up, or to a neighbour', () => {
    const wrong = own.filter(({ from, to }) => {
      const [above, below] = [roomOf(from), roomOf(to)];
      return above !== below && floorOf(above) >= floorOf(below);
    });
    expect(wrong).toEqual([]);
  });

  test('one file names a concrete store', () => {
    const concrete = /^collector\/src\/store\/(sqlite|postgres)\//;
    const naming = own.filter(({ from, to }) => concrete.test(to) && !concrete.test(from));
    expect([...new Set(naming.map(({ from }) => from))]).toEqual(['collector/src/store/openStore.ts']);
  });

  test('scoring and tally are pure: they touch no clock, disk or network', () => {
    const impure = sources
      .filter((file) => /^collector\/src\/(scoring|tally)\//.test(file))
      .filter((file) =>
        /Date\.now|new Date\(\)|from 'node:|fetch\(|Math\.random/.test(readFileSync(join(packages, file), 'utf8')),
      );
    expect(impure).toEqual([]);
  });
});

describe('the managers’ pages', () => {
  /** The room of a page's file: its folder under page, or its own name where it stands in page itself. */
  const pageRoomOf = (file: string) => /^collector\/src\/page\/([^/]+?)(?:\.tsx?)?(?:\/|$)/.exec(file)?.[1] ?? '';
  const shared = ['kit', 'pageSettings'];

  test('a room imports no other room: what two need stands in kit, and kit imports neither', () => {
    const wrong = arrows.filter(({ from, to }) => {
      const [above, below] = [pageRoomOf(from), pageRoomOf(to)];
      if (!above || !below || above === below || above === 'pages') return false;
      return above === 'words' || !(below === 'words' || shared.includes(below));
    });
    expect(wrong).toEqual([]);
  });
});

describe('the widget’s rooms', () => {
  /** What each room may import of the others. What is travels in three bundles: the loader, what asks, the prompt. */
  const below: Record<string, string[]> = {
    index: ['loader', 'trigger', 'ask', 'page'],
    element: ['index'],
    loader: ['trigger', 'page', 'storage', 'ask', 'asking'],
    asking: ['delivery', 'page', 'storage', 'ask'],
    prompt: ['locale', 'page', 'ask'],
    kiosk: ['prompt', 'delivery', 'storage'],
    delivery: ['page', 'storage', 'ask'],
    trigger: ['ask'],
    locale: [],
    ask: ['page'],
    page: [],
    storage: [],
  };
  const own = arrows.filter(({ from, to }) => from.startsWith('widget/') && to.startsWith('widget/'));

  test('no arrow leads up: a view never delivers, and the loader names no view', () => {
    const wrong = own.filter(
      ({ from, to }) => roomOf(from) !== roomOf(to) && !below[roomOf(from)]?.includes(roomOf(to)),
    );
    expect(wrong).toEqual([]);
  });

  test('the loader fetches what asks, and imports only its type', () => {
    const files = sources.filter((file) => file.startsWith('widget/src/loader/'));
    const taken = files.filter((file) =>
      /^import (?!type).*'\.\.\/(asking|delivery|prompt)/m.test(readFileSync(join(packages, file), 'utf8')),
    );
    expect(taken).toEqual([]);
  });
});

describe('the schema can be spread over machines by site', () => {
  test('every table is a site’s own or a reference table', () => {
    const names = [...siteTables, ...referenceTables].map((table) => getTableConfig(table).name);
    expect(new Set(names).size).toBe(22);
  });

  test.each(siteTables.map((table) => [getTableConfig(table).name, getTableConfig(table)] as const))(
    '%s has the site in every primary and unique key, and no foreign key',
    (_, { primaryKeys, uniqueConstraints, columns, foreignKeys }) => {
      const keys = [...primaryKeys, ...uniqueConstraints].map((key) => key.columns.map((column) => column.name));
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key) => !key.includes('site'))).toEqual([]);
      expect(columns.some((column) => column.primary || column.isUnique)).toBe(false);
      expect(foreignKeys).toEqual([]);
    },
  );
});
