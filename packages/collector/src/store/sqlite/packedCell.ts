import { type SQL, sql } from 'drizzle-orm';
import type { TallyTable } from './tallySpan.ts';

/** What a cell says beside its bucket, touchpoint, segment and version, in stored codes. */
export interface UnpackedCell {
  prompted: number;
  status: number;
  scale: number;
  emotion: number;
  rating: number;
  latencyBin: number;
}

/** How many of each there may be. Of ratings, which stand above all others, any number: they may be those of reasons. */
const most = { prompted: 2, status: 4, scale: 8, emotion: 32, latencyBin: 16 };

/** A cell as one whole number, which is handed over and looked up faster than six. */
export const packedCell = (table: TallyTable): SQL<number> =>
  (['prompted', 'status', 'scale', 'emotion', 'latencyBin'] as const).reduce(
    (above, name) => sql<number>`(${above} * ${sql.raw(String(most[name]))} + ${table[name]})`,
    sql<number>`${table.rating}`,
  );

export function unpackCell(packed: number): UnpackedCell {
  let rest = packed;
  const next = (name: keyof typeof most) => {
    const code = rest % most[name];
    rest = Math.floor(rest / most[name]);
    return code;
  };
  const [latencyBin, emotion, scale, status, prompted] = [
    next('latencyBin'),
    next('emotion'),
    next('scale'),
    next('status'),
    next('prompted'),
  ];
  return { prompted, status, scale, emotion, rating: rest, latencyBin };
}
