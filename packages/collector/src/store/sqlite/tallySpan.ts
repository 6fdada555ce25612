import { inArray, type SQL, sql } from 'drizzle-orm';
import type { tallyDay } from './schema.ts';

/** Both grains have the same columns. */
export type TallyTable = typeof tallyDay;

/**
 * Names each bucket of a span, so that the other touchpoints' rows between one bucket and the next are skipped: the
 * key begins with the bucket. Buckets before the first and after the last that the table has are not named.
 */
export function inSpan(table: TallyTable, from: number, to: number): SQL {
  return sql`${table.bucket} in (
    with recursive span(bucket) as (
      select max(${from}, (select min(bucket) from ${table}))
      union all
      select bucket + 1 from span where bucket < min(${to}, (select max(bucket) from ${table}))
    )
    select bucket from span where bucket <= ${to}
  )`;
}

/** Names a site's touchpoints, so that the rows of segments that are not meant are skipped: the segment follows in the key. */
export const among = (table: TallyTable, touchpoints: readonly { id: number }[]): SQL =>
  inArray(
    table.touchpoint,
    touchpoints.map(({ id }) => id),
  );
