import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import Database from 'better-sqlite3';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { defaultSite } from '../packages/collector/dist/api/siteSchema.js';
import { summarize } from '../packages/collector/dist/stats/summarize.js';
import { openSqliteStore } from '../packages/collector/dist/store/sqlite/openSqliteStore.js';
import { scaleCode, statusCode } from '../packages/collector/dist/tally/cell.js';
import { median } from './support/median.js';

const touchpointCount = 200;
const answeredCellsADay = 12;
const fromDay = 20_415;
const toDay = 20_779;
const rounds = 11;
/** Milliseconds that a summary may take. Reading, which the store does first, has no target yet. */
const summarizeTarget = 50;
const seed = 20_261_122;

/**
 * How long it takes to read a year of 200 touchpoints' day cells from a file, and to score and rank what was read;
 * beside it, as reference, a copy of what was read through JSON.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'vivencia-bench-'));
  const file = join(folder, 'vivencia.db');
  const store = await openSqliteStore(file);
  try {
    const { site } = await store.addSite(defaultSite('Shop'));
    for (let place = 0; place < touchpointCount; place++) {
      await store.putTouchpoint(site.id, `t${place}`, defaultSettings(`t${place}`));
    }
    const dayCells = fillYear(file, site.id);
    const touchpoints = await store.listTouchpoints(site.id);
    const period = { from: '2025-11-23', to: '2026-11-22', timeZone: 'UTC' };
    let tallies = [];
    const stalls = [];
    const milliseconds = await interleaved({
      read: async () => {
        const stall = longestStall();
        tallies = await store.readTallies({ site: site.id, fromDay, toDay });
        stalls.push(stall());
      },
      summarize: () => summarize({ tallies, touchpoints, period }),
      copy: () => JSON.parse(JSON.stringify(tallies)),
    });
    return {
      touchpoints: touchpointCount,
      days: toDay - fromDay + 1,
      dayCells,
      summedCells: tallies.reduce((sum, { counts }) => sum + counts.length, 0),
      rounds,
      milliseconds: { ...milliseconds, heldUpByReading: median(stalls) },
      target: { summarize: summarizeTarget, kept: milliseconds.summarize <= summarizeTarget },
      ratios: { summarizeOfCopy: milliseconds.summarize / milliseconds.copy },
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Writes day cells as the writer would; through the writer they would be half a million answers. */
function fillYear(file, site) {
  const chance = xoroshiro128plus(seed);
  const upTo = (most) => uniformInt(chance, 0, most);
  const db = new Database(file);
  const insert = db.prepare(`
    insert into tally_day
      (site, segment, version, prompted, test, scale, bucket, touchpoint, status, emotion, rating, latency_bin, count)
    values (${site}, 0, 1, 1, 0, ${scaleCode('felt')}, ?, ?, ?, ?, ?, ?, ?)
    on conflict do update set count = count + excluded.count`);
  const unknownLatency = 9;
  db.transaction(() => {
    for (let day = fromDay; day <= toDay; day++) {
      for (let touchpoint = 1; touchpoint <= touchpointCount; touchpoint++) {
        insert.run(day, touchpoint, statusCode('shown'), 0, 0, unknownLatency, 1 + upTo(19));
        insert.run(day, touchpoint, statusCode('dismissed'), 0, 0, unknownLatency, 1 + upTo(4));
        for (let cell = 0; cell < answeredCellsADay; cell++) {
          const latencyBin = upTo(9) < 8 ? 0 : upTo(9);
          insert.run(day, touchpoint, statusCode('answered'), 1 + upTo(8), 1 + upTo(4), latencyBin, 1 + upTo(2));
        }
      }
    }
  })();
  const { cells } = db.prepare('select count(*) as cells from tally_day').get();
  db.close();
  return cells;
}

/** The longest time, until it is called again, in which this thread could do nothing else. */
function longestStall() {
  let [longest, last, isOver] = [0, performance.now(), false];
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    isOver = true;
    return Math.max(longest, performance.now() - last);
  };
}

/** Medians of rounds in which each takes its turn, so that a busy moment hits all of them alike. */
async function interleaved(timed) {
  const times = Object.fromEntries(Object.keys(timed).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(timed)) {
      const start = performance.now();
      await run();
      times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}
