import type Database from 'better-sqlite3';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { prepareQuery } from './preparedQuery.ts';
import { type ResponseKey, rowOf } from './responseRow.ts';
import { comment, response } from './schema.ts';

/** Reads and writes the rows of responses and their comments, with statements prepared once. */
export function prepareResponses(connection: Database.Database) {
  const db = drizzle(connection);
  const names = Object.keys(getTableColumns(response));
  const columns = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as never;
  const ofResponse = and(eq(response.id, sql.placeholder('id')), eq(response.site, sql.placeholder('site')));
  const ofComment = and(eq(comment.id, sql.placeholder('id')), eq(comment.site, sql.placeholder('site')));
  const text = sql.placeholder('text');
  const readResponse = prepareQuery(connection, db.select().from(response).where(ofResponse));
  const readComment = prepareQuery(connection, db.select({ text: comment.text }).from(comment).where(ofComment));
  return {
    read: (key: ResponseKey) => rowOf(readResponse.get(key)),
    insert: prepareQuery(connection, db.insert(response).values(columns)).run,
    replace: prepareQuery(connection, db.update(response).set(columns).where(ofResponse)).run,
    readComment: (key: ResponseKey) => (readComment.get(key)?.[0] ?? null) as string | null,
    writeComment: prepareQuery(
      connection,
      db
        .insert(comment)
        .values({ id: sql.placeholder('id'), site: sql.placeholder('site'), text, at: sql.placeholder('at') })
        .onConflictDoUpdate({ target: [comment.id, comment.site], set: { text: sql`excluded.text` } }),
    ).run,
    removeComment: prepareQuery(connection, db.delete(comment).where(ofComment)).run,
  };
}
