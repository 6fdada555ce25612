import type { Schema } from '../api/openApiDocument.ts';
import { unnulled } from './schemaType.tsx';

const figure = new Intl.NumberFormat('en');
const written = (value: number) => figure.format(value);

/** What else a value has to be: each a few words. */
export function limitsOf(given: Schema): string[] {
  const { schema } = unnulled(given);
  return [
    ...between(schema.minimum, schema.maximum, ''),
    ...between(schema.minLength, schema.maxLength, ' characters'),
    ...between(schema.minItems, schema.maxItems, ' of them'),
    ...(schema.pattern ? [`like ${schema.pattern}`] : []),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ];
}

function between(least: number | undefined, given: number | undefined, unit: string): string[] {
  // What any number of JSON is at most says nothing.
  const most = given === Number.MAX_SAFE_INTEGER ? undefined : given;
  if (least !== undefined && most !== undefined) return [`${written(least)}–${written(most)}${unit}`];
  if (least !== undefined) return [`at least ${written(least)}${unit}`];
  if (most !== undefined) return [`at most ${written(most)}${unit}`];
  return [];
}
