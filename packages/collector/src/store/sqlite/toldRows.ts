import { and, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { rowsInOneStep } from './removeResponses.ts';
import { interaction, invitation } from './schema.ts';

/** How far long work on what backends told of has come: behind which key, in the order of the table's own. */
export interface ToldCursor {
  table: 'interaction' | 'invitation';
  after: readonly [unknown, unknown] | null;
}

export const firstTold: ToldCursor = { table: 'interaction', after: null };

/** The rows that one step looks at, and where the next one begins; `null`: nowhere. */
export function toldSpan(db: BetterSQLite3Database, { table: name, after }: ToldCursor) {
  const table = name === 'interaction' ? interaction : invitation;
  const [first, second] =
    name === 'interaction' ? [interaction.site, interaction.id] : [invitation.id, invitation.site];
  const key = sql`(${first}, ${second})`;
  const behind = after === null ? undefined : sql`${key} > (${after[0]}, ${after[1]})`;
  const last = db
    .select({ first, second })
    .from(table)
    .where(behind)
    .orderBy(first, second)
    .limit(1)
    .offset(rowsInOneStep - 1)
    .get();
  const within: SQL | undefined = and(behind, last && sql`${key} <= (${last.first}, ${last.second})`);
  return { table, within, next: last ? ({ table: name, after: [last.first, last.second] } as const) : behindAll(name) };
}

const behindAll = (table: ToldCursor['table']): ToldCursor | null =>
  table === 'interaction' ? { table: 'invitation', after: null } : null;
