import { type ChangePoint, changePoint, type SeriesSums } from '../scoring/changePoint.ts';
import { holm } from '../scoring/holm.ts';
import { shapeOfChange } from '../scoring/shapeOfChange.ts';
import type { FeltSeries, FeltSums } from '../store/series.ts';

/** That a touchpoint moved, and when. Figures in points of 100. */
export interface Movement {
  /** Which of the two figures moved: what was felt, or how strongly. */
  figure: 'valence' | 'intensity';
  /** At once, or ever more since then. */
  kind: 'step' | 'ramp';
  /** The first bucket that is different. */
  bucket: number;
  /** Of a step: where it lies in 95 of 100 cases. */
  earliest: number;
  latest: number;
  before: number;
  after: number;
}

/** A chance of at most this that any movement of all that are told is none. */
const falseAlarms = 0.05;
/** Points of 100. With many answers less is sure as well, and moves nobody to act: a quarter of a step of strength. */
const leastShift = 5;

/**
 * Which touchpoints moved, and when. All touchpoints are looked through for both figures, so their p are adjusted
 * together (Holm). What came after a movement is looked at again: told is the last.
 *
 * @returns `moved` by touchpoint, only those that moved; of one that moved both ways, what was felt. `looked`: those with
 * enough answers for a movement to show
 */
export function movements(series: readonly FeltSeries[]): { moved: Map<string, Movement>; looked: Set<string> } {
  const looked = series.flatMap(({ touchpoint, sums }) =>
    figures.flatMap((figure) => {
      const values = sums.map(valuesOf[figure]);
      const point = changePoint(values);
      return point ? [{ touchpoint, figure, values, point }] : [];
    }),
  );
  const adjusted = holm(looked.map(({ point }) => point.p));
  const found = new Map<string, Movement>();
  looked.forEach(({ touchpoint, figure, values, point }, place) => {
    if ((adjusted[place] as number) > falseAlarms || found.has(touchpoint)) return;
    const movement = lastMovement(figure, values, point, falseAlarms / looked.length);
    if (Math.abs(movement.after - movement.before) >= leastShift) found.set(touchpoint, movement);
  });
  return { moved: found, looked: new Set(looked.map(({ touchpoint }) => touchpoint)) };
}

/**
 * What `movements` would say of one touchpoint, from its own series alone: Holm's p is at least its own, and at most that
 * times how many are looked at. Mostly both say the same.
 *
 * @param most how many figures may be looked at, of all touchpoints
 * @returns `undefined` where it depends on the others
 */
export function movementAlone({ sums }: FeltSeries, most: number): Movement | null | undefined {
  for (const figure of figures) {
    const values = sums.map(valuesOf[figure]);
    const point = changePoint(values);
    if (!point || point.p > falseAlarms) continue;
    if (point.p * most > falseAlarms) return undefined;
    const movement = lastMovement(figure, values, point, falseAlarms / most);
    if (lastMovement(figure, values, point, falseAlarms).bucket !== movement.bucket) return undefined;
    if (Math.abs(movement.after - movement.before) >= leastShift) return movement;
  }
  return null;
}

/** Told of is the first of them that moved. */
const figures = ['valence', 'intensity'] as const;

const valuesOf: Record<Movement['figure'], (sums: FeltSums) => SeriesSums> = {
  valence: ({ bucket, n, w, w2, ws, wu2 }) => ({ bucket, n, w, w2, wx: ws, wx2: wu2 }),
  intensity: ({ bucket, n, w, w2, wu, wu2 }) => ({ bucket, n, w, w2, wx: wu, wx2: wu2 }),
};

function lastMovement(
  figure: Movement['figure'],
  values: readonly SeriesSums[],
  point: ChangePoint,
  mostP: number,
): Movement {
  const { kind, bucket } = shapeOfChange(values, point.bucket, point.variance);
  const since = values.filter((each) => each.bucket >= point.bucket);
  const later = kind === 'step' ? changePoint(since) : null;
  if (later && later.p <= mostP) return lastMovement(figure, since, later, mostP);
  const { earliest, latest, before, after } = point;
  return { figure, kind, bucket, earliest, latest, before: 100 * before, after: 100 * after };
}
