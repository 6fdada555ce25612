import type { Schema } from './openApiDocument.ts';

/**
 * A schema that takes nothing but what it names. Clients must bear fields that they do not know, so the document closes
 * no answer; but what the collector says without having documented it is found only so.
 *
 * @param isPart of a whole that closes itself
 */
export function closedSchema(schema: Schema, isPart = false): Schema {
  const { $ref, properties, additionalProperties, items, allOf, anyOf, oneOf } = schema;
  if ($ref) return { $ref: $ref.replace('#/components/schemas/', `document#/${isPart ? 'open' : 'closed'}/`) };
  const closed: Schema = { ...schema };
  if (properties) {
    closed.properties = Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, closedSchema(part)]),
    );
  }
  if (items) closed.items = closedSchema(items);
  if (typeof additionalProperties === 'object') closed.additionalProperties = closedSchema(additionalProperties);
  if (allOf) closed.allOf = allOf.map((part) => closedSchema(part, true));
  if (anyOf) closed.anyOf = anyOf.map((part) => closedSchema(part, isPart));
  if (oneOf) closed.oneOf = oneOf.map((part) => closedSchema(part, isPart));
  const isOpen = (properties !== undefined || allOf !== undefined) && additionalProperties === undefined;
  if (isOpen && !isPart) closed.unevaluatedProperties = false;
  return closed;
}
