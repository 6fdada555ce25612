import { unknownLatencyBin } from '@vivencia/contract/latency';
import { conventions } from '../scoring/conventions.ts';
import type { FeltSeries, SeriesQuery } from '../store/series.ts';
import type { Site } from '../store/site.ts';
import type { Store } from '../store/store.ts';
import { type AnswersParameters, readAnswersQuery } from './answersQuery.ts';
import { type Movement, movementAlone, movements } from './movements.ts';
import { type Window, windowBefore } from './window.ts';

/** How touchpoints went over time: what a line beside their figures draws, and what moved. */
export interface Movements {
  /** The window's own buckets: hours where it is one of hours, otherwise days. */
  window: Window;
  series: FeltSeries[];
  moved: Map<string, Movement>;
  /** Touchpoints with enough answers for a movement to show; `null` where none is looked for. */
  looked: Set<string> | null;
}

/** Days. Of the last week one wants to know as well that it got worse a month ago. */
const shortestLook = 60;
/** Days. Longer windows are looked at alone: half a year tells what there was before. */
const longestLook = 180;

/**
 * Reads how a site's touchpoints went, and when they moved: over the window and as long before, at least two months in
 * all, up to half a year.
 * Hours are drawn only, as what people feel at night says nothing of a change.
 *
 * @param now milliseconds since 1970
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readMovements(
  store: Pick<Store, 'readSeries'>,
  site: Pick<Site, 'id' | 'timeZone'>,
  parameters: AnswersParameters,
  now: number,
): Promise<Movements> {
  const { window, query } = queryOf(site, parameters, now);
  const { fromDay, hours } = window;
  const read = await store.readSeries(query);
  const first = hours?.first ?? fromDay;
  const series = read.map(({ touchpoint, sums }) => ({
    touchpoint,
    sums: sums.filter(({ bucket }) => bucket >= first),
  }));
  return { window, series, ...(hours ? { moved: new Map(), looked: null } : movements(read)) };
}

/**
 * When one touchpoint moved, as `readMovements` says it. The others are read only where it depends on them.
 *
 * @throws InvalidQuery with everything that is wrong with the parameters
 */
export async function readMovement(
  store: Pick<Store, 'readSeries' | 'listKeptTouchpoints'>,
  site: Pick<Site, 'id' | 'timeZone'>,
  touchpoint: string,
  parameters: AnswersParameters,
  now: number,
): Promise<Movement | null> {
  const { window, query } = queryOf(site, parameters, now);
  if (window.hours) return null;
  const [own] = await store.readSeries({ ...query, touchpoint });
  if (!own) return null;
  const figures = 2 * (await store.listKeptTouchpoints(site.id)).length;
  const alone = movementAlone(own, figures);
  if (alone !== undefined) return alone;
  return (await readMovements(store, site, parameters, now)).moved.get(touchpoint) ?? null;
}

/** The window, and whose series is looked at for it. */
function queryOf(site: Pick<Site, 'id' | 'timeZone'>, parameters: AnswersParameters, now: number) {
  const { fromDay, toDay, hours, stratum, ...filter } = readAnswersQuery(parameters, now, site.timeZone);
  const window: Window = { fromDay, toDay, ...(hours ? { hours } : {}) };
  const query: SeriesQuery = {
    site: site.id,
    ...filter,
    grain: hours ? 'hour' : 'day',
    fromBucket: hours ? hours.first : firstLooked(window, site.timeZone),
    toBucket: hours?.last ?? toDay,
    weights: weights(stratum === 'prompt'),
  };
  return { window, query };
}

function firstLooked(window: Window, timeZone: string): number {
  const before = window.toDay - windowBefore(window, timeZone).fromDay + 1;
  const look = Math.min(longestLook, Math.max(shortestLook, before));
  return Math.min(window.fromDay, window.toDay - look + 1);
}

const weights = (promptOnly: boolean) =>
  Array.from({ length: unknownLatencyBin + 1 }, (_, bin) =>
    promptOnly && bin > 0 ? 0 : conventions.latencyBinWeight(bin),
  );
