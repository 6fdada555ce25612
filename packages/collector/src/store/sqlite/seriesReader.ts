import { emotionSign, emotions, type Sign } from '@vivencia/contract/emotion';
import { strengthBounds } from '@vivencia/contract/scale';
import { and, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { emotionCode, scaleCode, statusCode } from '../../tally/cell.ts';
import type { FeltSeries, SeriesQuery } from '../series.ts';
import { inSpan, type TallyTable } from './tallySpan.ts';

/** The numbers of one row: touchpoint, bucket, n, w, w2, ws, wu, wu2. */
const rowLength = 8;

/** Touchpoint by touchpoint as they travel between threads: plain numbers, row after row. */
export interface SeriesRows {
  keys: ReadonlyMap<number, string>;
  numbers: Float64Array;
}

/** Sums what was felt, bucket by bucket: in the order of the table's key, so that nothing is sorted. */
export function readSeries(
  db: BetterSQLite3Database,
  table: TallyTable,
  query: SeriesQuery,
  touchpoints: readonly { id: number; key: string }[],
  filters: readonly (SQL | undefined)[],
): SeriesRows {
  // Bits by code: looked up for every row, a list takes twice as long.
  const isOf = (sign: Sign) => sql`(${sql.raw(String(bitsOf(sign)))} >> ${table.emotion} & 1)`;
  const isFelt = sql`(${sql.raw(String(bitsOf(1) | bitsOf(-1)))} >> ${table.emotion} & 1)`;
  const weight = sql`(case ${table.latencyBin} ${sql.join(
    query.weights.map((each, bin) => sql`when ${bin} then ${each}`),
    sql` `,
  )} else 0.0 end)`;
  const strength = sql`${isFelt} * ${table.rating}`;
  const sum = (value: SQL) => sql<number>`sum(${table.count} * ${value})`;
  const heard = query.weights.flatMap((each, bin) => (each > 0 ? [bin] : []));
  const rows = db
    .select({
      touchpoint: table.touchpoint,
      bucket: table.bucket,
      n: sql<number>`sum(${table.count})`,
      w: sum(weight),
      w2: sum(sql`${weight} * ${weight}`),
      ws: sum(sql`${weight} * (${isOf(1)} - ${isOf(-1)}) * ${table.rating}`),
      wu: sum(sql`${weight} * ${strength}`),
      wu2: sum(sql`${weight} * ${strength} * ${table.rating}`),
    })
    .from(table)
    .where(
      and(
        inSpan(table, query.fromBucket, query.toBucket),
        inArray(
          table.touchpoint,
          touchpoints.map(({ id }) => id),
        ),
        ...filters,
        eq(table.status, statusCode('answered')),
        eq(table.scale, scaleCode('felt')),
        gt(table.emotion, 0),
        or(gt(table.rating, 0), sql`${isFelt} = 0`),
        inArray(table.latencyBin, heard),
      ),
    )
    .groupBy(table.bucket, table.touchpoint)
    .values() as number[][];
  return {
    keys: new Map(touchpoints.map(({ id, key }) => [id, key])),
    numbers: Float64Array.from(rows.flat()),
  };
}

const most = strengthBounds.max;

const bitsOf = (sign: Sign) =>
  emotions.reduce((bits, emotion) => (emotionSign[emotion] === sign ? bits | (1 << emotionCode(emotion)) : bits), 0);

/** By touchpoint, each in order of time. */
export function seriesOf({ keys, numbers }: SeriesRows): FeltSeries[] {
  const found = new Map<number, FeltSeries>();
  for (let start = 0; start < numbers.length; start += rowLength) {
    const [id, bucket, n, w, w2, ws, wu, wu2] = numbers.subarray(start, start + rowLength) as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const series = found.get(id) ?? { touchpoint: keys.get(id) ?? '', sums: [] };
    found.set(id, series);
    if (n > 0) series.sums.push({ bucket, n, w, w2, ws: ws / most, wu: wu / most, wu2: wu2 / most ** 2 });
  }
  return [...found.values()];
}
