import { load } from './ingest/load.js';
import { bytesPerResponse } from './scale/file.js';
import { openFiller } from './scale/filler.js';
import { largeSite } from './scale/largeSite.js';
import { mostMemory, openReader, serve } from './scale/served.js';
import { figure } from './support/figure.js';
import { interleaved } from './support/interleaved.js';
import { median } from './support/median.js';
import { newDatabase } from './support/servers.js';

const sizes = [10_000, 100_000, 1_000_000, 10_000_000];
const appended = 20_480;
const rounds = 9;
const connections = 64;
const loadMs = 10_000;

/**
 * What a file costs as it grows: bytes a response, what the store takes to add one, what managers wait for, the start,
 * memory under load. The smallest is measured beside each, in the same rounds. `BENCH_RESPONSES=1000000` goes so far
 * only.
 */
export async function run() {
  const most = Number(process.env.BENCH_RESPONSES ?? sizes.at(-1));
  const files = sizes.filter((size) => size <= most).map((size) => ({ size, ...newDatabase() }));
  try {
    const bySize = {};
    for (const file of files) bySize[file.size] = { ...filled(file), ...(await compare(files[0], file)) };
    const site = await largeSite();
    const largest = bySize[files.at(-1).size];
    return {
      bytesPerResponse: figure(largest.bytes.responses, { must: 80 }),
      insertOfEmpty: figure(largest.insertOfEmpty, { must: 1.25 }),
      queryOfSmallest: figure(largest.query.ofSmallest, { must: 1.5 }),
      pageOfSmallest: figure(largest.page.ofSmallest, { must: 1.5 }),
      largeSiteOverviewMs: figure(site.overview.milliseconds, { must: 1_000, aim: 300 }),
      largeSiteTouchpointMs: figure(site.touchpoint.milliseconds, { must: 1_000, aim: 300 }),
      listeningMs: figure(largest.listening, { must: 500 }),
      memoryMb: figure((bySize[1_000_000] ?? largest).memory, { must: 150 }),
      largeSite: site,
      bySize,
      rounds,
    };
  } finally {
    for (const file of files) file.remove();
  }
}

function filled({ file, size }) {
  const filler = openFiller(file);
  const microseconds = filler.fill(size);
  filler.close();
  return { insertsPerSecond: Math.round(1e6 / microseconds), ...bytesPerResponse(file) };
}

/** Beside the smallest file, in rounds that take turns. */
async function compare(smallest, file) {
  const empty = newDatabase();
  const fillers = { empty: openFiller(empty.file), full: openFiller(file.file) };
  const inserts = await interleaved(rounds, {
    empty: async () => fillers.empty.append(appended),
    full: async () => fillers.full.append(appended),
  });
  for (const filler of Object.values(fillers)) filler.close();
  empty.remove();

  const [small, large] = [await serve(smallest.file), await serve(file.file)];
  const [ofSmall, ofLarge] = [await openReader(small, smallest), await openReader(large, file)];
  const read = await interleaved(rounds * 3, {
    query: ofLarge.query,
    smallQuery: ofSmall.query,
    page: ofLarge.page,
    smallPage: ofSmall.page,
  });
  const share = (name, smallName) => ({
    milliseconds: median(read[name]),
    ofSmallest: median(read[name]) / median(read[smallName]),
  });
  const readersMemory = mostMemory(large);
  await small.close();
  await large.close();

  const loaded = await serve(file.file);
  const underLoad = await load(loaded, file.publicKey, connections, loadMs);
  const memory = mostMemory(loaded);
  await loaded.close();
  return {
    insertOfEmpty: median(inserts.full) / median(inserts.empty),
    insertMicroseconds: { full: median(inserts.full), empty: median(inserts.empty) },
    query: share('query', 'smallQuery'),
    page: share('page', 'smallPage'),
    listening: large.listening,
    ready: large.ready,
    memory,
    readersMemory,
    underLoad,
  };
}
