import type Database from 'better-sqlite3';
import { and, eq, ne, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { statusCode } from '../../tally/cell.ts';
import { prepareQuery } from './preparedQuery.ts';
import type { ResponseKey } from './responseRow.ts';
import { invitation, response } from './schema.ts';

/** Answers to the interaction of an invitation that are not its own. Tests and what is not counted use no link up. */
export const answersOfAnother = and(
  eq(response.site, invitation.site),
  eq(response.interaction, invitation.interaction),
  ne(response.id, invitation.id),
  eq(response.status, statusCode('answered')),
  eq(response.test, 0),
  eq(response.standing, 0),
);

/** Prepares whether an invitation's interaction has been answered elsewhere: by another link, or on a page. */
export function prepareAnsweredByAnother(connection: Database.Database): (key: ResponseKey) => boolean {
  const query = drizzle(connection)
    .select({ id: response.id })
    .from(invitation)
    .innerJoin(response, answersOfAnother)
    .where(and(eq(invitation.id, sql.placeholder('id')), eq(invitation.site, sql.placeholder('site'))))
    .limit(1);
  const { get } = prepareQuery(connection, query);
  return (key) => get(key) !== undefined;
}
