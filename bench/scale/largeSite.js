import { interleaved } from '../support/interleaved.js';
import { median } from '../support/median.js';
import { newDatabase } from '../support/servers.js';
import { openReader, serve } from './served.js';
import { fillSite } from './siteFiller.js';

const small = { touchpoints: 10, days: 30 };
const large = { touchpoints: 200, days: 365 };
const rounds = 5;
const touchpointPath = '/touchpoints/touchpoint-3';

/**
 * What managers of a large site wait for, of all its days, beside one of a small site of which the same is asked: in
 * milliseconds, and how many times as long.
 */
export async function largeSite() {
  const sites = { small: filled(small), large: filled(large) };
  try {
    const [ofSmall, ofLarge] = [await read(sites.small, small.days), await read(sites.large, large.days)];
    const taken = await interleaved(rounds, {
      ...named('small', ofSmall.timed),
      ...named('large', ofLarge.timed),
    });
    await ofSmall.close();
    await ofLarge.close();
    const figures = Object.keys(ofLarge.timed).map((name) => {
      const milliseconds = median(taken[`large ${name}`]);
      return [name, { milliseconds, ofSmall: milliseconds / median(taken[`small ${name}`]) }];
    });
    return { ...large, responses: sites.large.responses, of: small, ...Object.fromEntries(figures) };
  } finally {
    for (const site of Object.values(sites)) site.remove();
  }
}

function filled({ touchpoints, days }) {
  const database = newDatabase();
  return { ...database, responses: fillSite(database.file, touchpoints, days) };
}

/** A server on the file, and what is asked of it. */
async function read(database, days) {
  const server = await serve(database.file);
  const to = new Date();
  const from = new Date(to - (days - 1) * 24 * 60 * 60 * 1000);
  const [first, last] = [from, to].map((date) => date.toISOString().slice(0, 10));
  const period = `?from=${first}&to=${last}`;
  const reader = await openReader(server, database);
  const timed = {
    overview: () => reader.openPage(`/${period}`),
    touchpoint: () => reader.openPage(`${touchpointPath}${period}`),
    scores: () => reader.ask(`/v1/scores${period}`),
  };
  // The first of each compiles what the others run.
  for (const once of Object.values(timed)) await once();
  return { timed, close: server.close };
}

const named = (prefix, timed) =>
  Object.fromEntries(Object.entries(timed).map(([name, run]) => [`${prefix} ${name}`, run]));
