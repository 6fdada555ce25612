import { emotionSign } from '@vivencia/contract/emotion';
import { strengthBounds } from '@vivencia/contract/scale';
import { and, eq, gt, type SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { emotionOf, scaleCode, statusCode } from '../../tally/cell.ts';
import type { FeltSeries, FeltSums, SeriesQuery } from '../series.ts';
import type { EachRow } from './eachRow.ts';
import { packedCell, unpackCell } from './packedCell.ts';
import { among, inSpan, type TallyTable } from './tallySpan.ts';

/** The numbers of one row: touchpoint, bucket, n, w, w2, ws, wu, wu2. */
const rowLength = 8;

/** Touchpoint by touchpoint as they travel between threads: plain numbers, row after row. */
export interface SeriesRows {
  keys: ReadonlyMap<number, string>;
  numbers: Float64Array;
}

/** Sums what was felt, bucket by bucket, each in the order of the table's key. */
export function readSeries(
  db: BetterSQLite3Database,
  eachRow: EachRow,
  table: TallyTable,
  query: SeriesQuery,
  touchpoints: readonly { id: number; key: string }[],
  filters: readonly (SQL | undefined)[],
): SeriesRows {
  const chosen = and(
    inSpan(table, query.fromBucket, query.toBucket),
    among(table, touchpoints),
    ...filters,
    eq(table.status, statusCode('answered')),
    eq(table.scale, scaleCode('felt')),
    gt(table.emotion, 0),
  );
  const worthOf = worths(query.weights);
  const rows: number[] = [];
  let [touchpoint, bucket] = [-1, -1];
  let [n, w, w2, ws, wu, wu2] = [0, 0, 0, 0, 0, 0];
  const end = () => {
    if (n > 0) rows.push(touchpoint, bucket, n, w, w2, ws, wu, wu2);
    [n, w, w2, ws, wu, wu2] = [0, 0, 0, 0, 0, 0];
  };
  eachRow(
    db,
    table,
    [table.touchpoint, table.bucket, packedCell(table), table.count],
    chosen,
    (place, at, cell, count) => {
      if (place !== touchpoint || at !== bucket) {
        end();
        [touchpoint, bucket] = [place, at];
      }
      const { weight, sign, strength } = worthOf(cell);
      if (weight === 0) return;
      const heavy = count * weight;
      n += count;
      w += heavy;
      w2 += heavy * weight;
      ws += heavy * sign * strength;
      wu += heavy * strength;
      wu2 += heavy * strength * strength;
    },
  );
  end();
  return { keys: new Map(touchpoints.map(({ id, key }) => [id, key])), numbers: Float64Array.from(rows) };
}

/** What an answer of a cell adds: nothing where it lacks its strength, or its latency weighs nothing. */
interface Worth {
  weight: number;
  sign: number;
  /** 0 where it is neutral. */
  strength: number;
}

/** The same few hundred cells come again and again. */
function worths(weights: readonly number[]): (cell: number) => Worth {
  const known = new Map<number, Worth>();
  return (cell) => {
    const found = known.get(cell) ?? worth(cell, weights);
    known.set(cell, found);
    return found;
  };
}

function worth(cell: number, weights: readonly number[]): Worth {
  const { emotion, rating, latencyBin } = unpackCell(cell);
  const felt = emotionOf(emotion);
  const sign = felt === null ? 0 : emotionSign[felt];
  const isKnown = rating > 0 || sign === 0;
  return { weight: isKnown ? (weights[latencyBin] ?? 0) : 0, sign, strength: sign === 0 ? 0 : rating };
}

const most = strengthBounds.max;

/** By touchpoint, each in order of time. */
export function seriesOf({ keys, numbers }: SeriesRows): FeltSeries[] {
  const found = new Map<number, FeltSums[]>();
  for (let start = 0; start < numbers.length; start += rowLength) {
    const of = (place: number) => numbers[start + place] as number;
    const sums = found.get(of(0)) ?? [];
    found.set(of(0), sums);
    const [bucket, n, w, w2] = [of(1), of(2), of(3), of(4)];
    sums.push({ bucket, n, w, w2, ws: of(5) / most, wu: of(6) / most, wu2: of(7) / most ** 2 });
  }
  return Array.from(found, ([id, sums]) => ({ touchpoint: keys.get(id) ?? '', sums }));
}
