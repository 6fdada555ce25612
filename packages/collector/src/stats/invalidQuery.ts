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
