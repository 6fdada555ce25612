import type Database from 'better-sqlite3';
import { Param, Placeholder } from 'drizzle-orm';

/** Any query of drizzle's, with `sql.placeholder(name)` where values go. */
interface Query {
  toSQL(): { sql: string; params: unknown[] };
}

type Values = Record<string, unknown>;
type Bind = (values: Values) => unknown;

/**
 * A query prepared once, run with values by name. Drizzle's own `prepare` does the same, and takes longer to look for
 * its placeholders than SQLite takes for the query: this one looks for them once. A `null` is stored as one, where
 * drizzle would write the text "null" into a column of JSON.
 */
export function prepareQuery(connection: Database.Database, query: Query) {
  const { sql, params } = query.toSQL();
  const statement = connection.prepare<unknown[]>(sql);
  const binds = params.map(bindOf);
  const inOrder = (values: Values) => binds.map((bind) => bind(values));
  if (statement.reader) statement.raw();
  return {
    run: (values: Values): void => void statement.run(...inOrder(values)),
    /** The first row's values in the order of its columns. */
    get: (values: Values): unknown[] | undefined => statement.get(...inOrder(values)) as unknown[] | undefined,
    /** As `run`, for who has the values in the order of the placeholders already. */
    runInOrder: (values: readonly unknown[]): void => void statement.run(...values),
  };
}

function bindOf(param: unknown): Bind {
  const name = nameOf(param);
  if (name === null) return () => param;
  if (!(param instanceof Param)) return (values) => values[name];
  const { encoder } = param;
  return (values) => {
    const value = values[name];
    return value === null ? null : encoder.mapToDriverValue(value);
  };
}

function nameOf(param: unknown): string | null {
  if (param instanceof Placeholder) return param.name;
  return param instanceof Param && param.value instanceof Placeholder ? param.value.name : null;
}
