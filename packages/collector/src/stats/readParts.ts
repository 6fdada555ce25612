import { InvalidQuery, type QueryError } from './invalidQuery.ts';

/** All that several readers read, together. */
type Parts<Readers extends (() => object)[]> = Readers extends [
  infer First extends () => object,
  ...infer Others extends (() => object)[],
]
  ? ReturnType<First> & Parts<Others>
  : unknown;

/**
 * Reads the parts of a query, each with a reader of its own.
 *
 * @throws InvalidQuery with what all of the readers found wrong
 */
export function readParts<Readers extends (() => object)[]>(...readers: Readers): Parts<Readers> {
  const errors: QueryError[] = [];
  const query = {};
  for (const read of readers) {
    try {
      Object.assign(query, read());
    } catch (error) {
      if (!(error instanceof InvalidQuery)) throw error;
      errors.push(...error.errors);
    }
  }
  if (errors.length > 0) throw new InvalidQuery(errors);
  // No reader failed, so each has given its part.
  return query as Parts<Readers>;
}
