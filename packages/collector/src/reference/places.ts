import type { CompleteDocument, Media, Schema } from '../api/openApiDocument.ts';
import { operationsByTag } from './operations.ts';
import { nameOf } from './schemaName.ts';

/** Where the fields of each named schema stand, once: with the operation that sends or answers it first. */
export type Places = Map<string, string>;

export function placesOf(document: CompleteDocument): Places {
  const places: Places = new Map();
  for (const { operations } of operationsByTag(document)) {
    for (const { operationId, requestBody, responses } of operations) {
      const answers = Object.entries(responses).filter(([status]) => isGood(status));
      const media = [requestBody, ...answers.map(([, answer]) => answer)].flatMap((each) => mainMedia(each) ?? []);
      for (const name of media.flatMap(({ schema }) => (schema ? namesIn(schema) : []))) {
        if (!places.has(name)) places.set(name, operationId);
      }
    }
  }
  return places;
}

export const isGood = (status: string) => status.startsWith('2');

/** What stands in a body: JSON where it may be that, since its other types are other writings of the same. */
export const mainMedia = (body: { content?: Record<string, Media> } | undefined): Media | undefined =>
  body?.content?.['application/json'] ?? Object.values(body?.content ?? {})[0];

/** The named schemas of which a body is one, or a list of them. */
export function namesIn(schema: Schema): string[] {
  const name = nameOf(schema);
  if (name !== null) return [name];
  const ways = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [...new Set(ways.flatMap(namesIn))];
}
