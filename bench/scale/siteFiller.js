import { defaultSettings } from '@vivencia/contract/touchpoint';
import { accept } from '../../packages/collector/dist/ingest/accept.js';
import { createWriter } from '../../packages/collector/dist/store/sqlite/writer.js';
import { answeredState } from '../support/answeredState.js';
import { responseIdAt } from '../support/responseId.js';

const batchSize = 512;
const dayMs = 24 * 60 * 60 * 1000;
/** Responses of one touchpoint on one day: each makes four counts, nearly all of them rows of their own. */
const daily = 12;
const silences = ['shown', 'dismissed', 'abandoned'];
const plans = ['free', 'pro'];
const channels = ['web', 'app', 'email'];

/**
 * Fills a file as a site of so many touchpoints does in so many days, up to now: answers of every kind at every one of
 * them, some late, one in five silent, one in thirty with a comment. The same each time, but for its moments.
 *
 * @param {string} file with one site
 * @returns how many responses there are
 */
export function fillSite(file, touchpoints, days) {
  const writer = createWriter(file, Date.now);
  // Undeclared, only fifty would be told apart.
  for (let place = 0; place < touchpoints; place++) {
    const key = `touchpoint-${place}`;
    writer.run('putTouchpoint', [1, key, defaultSettings(key)], () => {});
  }
  const end = Date.now();
  const total = touchpoints * days * daily;
  const draw = drawn(touchpoints * 1000 + days);
  for (let done = 0; done < total; done += batchSize) {
    const deliveries = [];
    for (let n = done; n < Math.min(total, done + batchSize); n++) {
      const moment = end - days * dayMs * (1 - n / total);
      const state = stateOf(n, touchpoints, moment, draw);
      deliveries.push({ ...accept(state, 1, false, moment, false), moment });
    }
    writer.run('recordStates', [JSON.stringify(deliveries)], () => {});
  }
  writer.run('close', [], () => {});
  return total;
}

function stateOf(n, touchpoints, moment, draw) {
  const place = n % touchpoints;
  const common = {
    ...answeredState('', responseIdAt(moment), draw(35)),
    touchpoint: `touchpoint-${place}`,
    locale: ['en', 'es', 'ca'][draw(3)],
    channel: channels[draw(channels.length)],
    segment: { plan: plans[draw(plans.length)] },
  };
  if (draw(5) === 0) {
    const { emotion: _, strength: __, latencyMs: ___, ...silent } = common;
    return { ...silent, status: silences[draw(silences.length)] };
  }
  return {
    ...common,
    // Half at once, the others up to some days later.
    latencyMs: draw(2) ? 800 + draw(60_000) : 1 + draw(3 * dayMs),
    // Touchpoints differ, or there were nothing to rank.
    strength: 1 + Math.min(4, draw(5 + (place % 5))),
    ...(draw(30) === 0 && { comment: 'It took longer than I had hoped for' }),
  };
}

/** Whole numbers below a limit, the same series for the same seed (mulberry32). */
function drawn(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
