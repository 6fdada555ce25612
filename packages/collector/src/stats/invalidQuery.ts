/** What is wrong with one parameter of a query. Never what stood there. */
export interface QueryError {
  path: string;
  reason: string;
}

/** A query that cannot be answered, with all that is wrong with it. */
export class InvalidQuery extends Error {
  override name = 'InvalidQuery';

  constructor(readonly errors: QueryError[]) {
    super(errors.map(({ path, reason }) => `${path} ${reason}`).join('; '));
  }
}

export const wrong = (path: string, reason: string) => new InvalidQuery([{ path, reason }]);

/**
 * Reads the parts of a query, each with a reader of its own.
 *
 * @throws InvalidQuery with what all of the readers found wrong
 */
export function readParts<Query extends object>(...readers: (() => Partial<Query>)[]): Query {
  const errors: QueryError[] = [];
  const query: Partial<Query> = {};
  for (const read of readers) {
    try {
      Object.assign(query, read());
    } catch (error) {
      if (!(error instanceof InvalidQuery)) throw error;
      errors.push(...error.errors);
    }
  }
  if (errors.length > 0) throw new InvalidQuery(errors);
  return query as Query;
}
