import { accept } from '../../packages/collector/dist/ingest/accept.js';
import { createWriter } from '../../packages/collector/dist/store/sqlite/writer.js';
import { answeredState } from '../support/answeredState.js';
import { responseIdAt } from '../support/responseId.js';

const batchSize = 512;
const daysMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Writes responses into a file as the collector's own writer does, spread evenly and in order of time over the last 30
 * days.
 *
 * @param {string} file with one site
 */
export function openFiller(file) {
  const writer = createWriter(file, Date.now);
  const end = Date.now();
  let n = 0;
  const deliveryAt = (moment) => ({
    ...accept(answeredState('', responseIdAt(moment), n++), 1, false, moment, false),
    moment,
  });

  /** Writes so many more, from one moment to another; microseconds of the writer's for each. */
  const fill = (count, from, to) => {
    let spent = 0;
    for (let done = 0; done < count; done += batchSize) {
      const size = Math.min(batchSize, count - done);
      const momentOf = (place) => from + ((to - from) * (done + place)) / count;
      const json = JSON.stringify(Array.from({ length: size }, (_, place) => deliveryAt(momentOf(place))));
      const start = performance.now();
      writer.run('recordStates', [json], () => {});
      spent += performance.now() - start;
    }
    return (spent * 1000) / count;
  };
  return {
    fill: (count) => fill(count, end - daysMs, end),
    /** As `fill`, all of it now. */
    append: (count) => fill(count, Date.now(), Date.now() + count),
    close: () => writer.run('close', [], () => {}),
  };
}
