import { emotions } from '@vivencia/contract/emotion';
import { defaultSettings } from '@vivencia/contract/touchpoint';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { summarize } from '../packages/collector/dist/stats/summarize.js';
import { median } from './support/median.js';

const touchpointCount = 200;
const days = 365;
const answeredCellsADay = 12;
const rounds = 21;
const seed = 20261122;

/**
 * How long it takes to score and rank 200 touchpoints over a year: from their counts as the store sums them, and from
 * every day's cells unsummed; beside it, as reference, a copy of the same counts through JSON.
 */
export async function run() {
  const chance = xoroshiro128plus(seed);
  const touchpoints = Array.from({ length: touchpointCount }, (_, place) => ({
    key: `t${place}`,
    version: 1,
    confirmed: true,
    settings: defaultSettings(`t${place}`),
  }));
  const daily = touchpoints.map(({ key }) => ({ touchpoint: key, passed: 0, counts: yearOfCells(chance) }));
  const summed = daily.map((tally) => ({ ...tally, counts: summedCells(tally.counts) }));
  const period = { from: '2025-11-23', to: '2026-11-22', timeZone: 'UTC' };
  const timed = {
    summed: () => summarize({ tallies: summed, touchpoints, period }),
    unsummed: () => summarize({ tallies: daily, touchpoints, period }),
    copyOfSummed: () => JSON.parse(JSON.stringify(summed)),
  };
  const milliseconds = interleaved(timed);
  return {
    touchpoints: touchpointCount,
    days,
    cells: { unsummed: cellCount(daily), summed: cellCount(summed) },
    rounds,
    milliseconds,
    ratios: { summedOfCopy: milliseconds.summed / milliseconds.copyOfSummed },
  };
}

function yearOfCells(chance) {
  const below = (limit) => Math.floor(uniformFloat64(chance) * limit);
  const cell = { prompted: true, scale: 'felt', emotion: null, rating: null, reason: null, latencyBin: 9 };
  const counts = [];
  for (let day = 0; day < days; day++) {
    counts.push(
      { ...cell, status: 'shown', count: 1 + below(20) },
      { ...cell, status: 'dismissed', count: 1 + below(5) },
    );
    for (let place = 0; place < answeredCellsADay; place++) {
      counts.push({
        ...cell,
        status: 'answered',
        emotion: emotions[below(9)],
        rating: 1 + below(5),
        latencyBin: below(10) < 8 ? 0 : below(10),
        count: 1 + below(3),
      });
    }
  }
  return counts;
}

/** As the store's GROUP BY does. */
function summedCells(counts) {
  const cells = new Map();
  for (const { count, ...cell } of counts) {
    const key = Object.values(cell).join();
    const sum = cells.get(key) ?? { ...cell, count: 0 };
    sum.count += count;
    cells.set(key, sum);
  }
  return [...cells.values()];
}

const cellCount = (tallies) => tallies.reduce((sum, { counts }) => sum + counts.length, 0);

/** Medians of rounds in which each takes its turn, so that a busy moment hits all of them alike. */
function interleaved(timed) {
  const times = Object.fromEntries(Object.keys(timed).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(timed)) {
      const start = performance.now();
      run();
      times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}
