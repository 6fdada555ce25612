import type { CompleteDocument, Operation, Tag } from '../api/openApiDocument.ts';

export interface Described extends Operation {
  operationId: string;
  /** In capitals. */
  method: string;
  path: string;
}

export interface TaggedOperations {
  tag: Tag;
  operations: Described[];
}

/** The operations by what they are for, in the document's order of tags. */
export function operationsByTag({ paths, tags = [] }: CompleteDocument): TaggedOperations[] {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...operation,
      operationId: operation.operationId ?? `${method} ${path}`,
      method: method.toUpperCase(),
      path,
    })),
  );
  return tags.map((tag) => ({ tag, operations: all.filter(({ tags: own }) => own?.[0] === tag.name) }));
}

/** The scope of the key that an operation wants; `null`: it may go without a key. */
export const scopeOf = ({ security = [] }: Operation): string | null =>
  security.find((way) => way.Bearer)?.Bearer?.[0] ?? null;

/** Whether it may also go without a key. */
export const isOpen = ({ security = [] }: Operation) =>
  security.length === 0 || security.some((way) => Object.keys(way).length === 0);
