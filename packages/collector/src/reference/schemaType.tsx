import type { Child } from 'hono/jsx';
import type { Schema } from '../api/openApiDocument.ts';
import { nameOf } from './schemaName.ts';

/** More values than these stand below their field rather than beside it. */
const fewValues = 5;

const formats: Record<string, string> = {
  uuid: 'UUID',
  'date-time': 'time (ISO 8601)',
  date: 'date (ISO 8601)',
  uri: 'address',
};

/** A schema without its `null`, and whether it had one. */
export function unnulled(schema: Schema): { schema: Schema; isNullable: boolean } {
  const ways = schema.anyOf ?? schema.oneOf;
  const types = [schema.type ?? []].flat();
  const isNullable = types.includes('null') || (ways?.some(({ type }) => type === 'null') ?? false);
  if (!isNullable) return { schema, isNullable };
  const [first = '', ...more] = types.filter((type) => type !== 'null');
  const without: Schema = {
    ...schema,
    ...(types.length > 0 ? { type: more.length > 0 ? [first, ...more] : first } : {}),
  };
  if (schema.enum) without.enum = schema.enum.filter((value) => value !== null);
  const left = ways?.filter(({ type }) => type !== 'null');
  if (left) return { schema: { ...without, anyOf: left, oneOf: undefined as never }, isNullable };
  return { schema: without, isNullable };
}

/** The values that a schema lists, also where it lists them as one schema each. */
export function valuesOf(schema: Schema): unknown[] | null {
  if (schema.enum) return schema.enum;
  const ways = schema.anyOf ?? schema.oneOf;
  const values = ways?.map(valuesOf);
  return values?.every((each) => each !== null) ? values.flat() : null;
}

/** What a schema takes, in a few words. */
export function TypeOf({ schema: given }: { schema: Schema }): Child {
  const { schema, isNullable } = unnulled(given);
  return (
    <>
      {typeWords(schema)}
      {isNullable && ' or null'}
    </>
  );
}

function typeWords(schema: Schema): Child {
  const name = nameOf(schema);
  if (name !== null) return <a href={`#object-${name}`}>{name}</a>;
  const values = valuesOf(schema);
  if (values) return values.length > fewValues ? 'one of these' : <Values values={values} />;
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return <Either ways={ways} />;
  if (schema.type === 'array') {
    return <>list of {schema.items ? <TypeOf schema={schema.items} /> : 'anything'}</>;
  }
  const members = schema.additionalProperties;
  if (typeof members === 'object' && !Object.keys(schema.properties ?? {}).length) {
    return <>map of name to {Object.keys(members).length > 0 ? <TypeOf schema={members} /> : 'anything'}</>;
  }
  if (schema.allOf || schema.properties) return 'object';
  return formats[schema.format ?? ''] ?? [schema.type ?? 'anything'].flat().join(' or ');
}

const one = (ways: Schema[]): Schema => (ways.length === 1 ? (ways[0] as Schema) : { anyOf: ways });

/** Alike ones are said once: five forms of an object are one of them. */
function Either({ ways }: { ways: Schema[] }) {
  const list = ways.at(-1);
  const others = ways.slice(0, -1);
  // One of something, or several of it.
  if (list?.type === 'array' && JSON.stringify(list.items) === JSON.stringify(one(others))) {
    return (
      <>
        <TypeOf schema={one(others)} />, or a list of {list.minItems ?? 0}–{list.maxItems ?? 'any number'} of them
      </>
    );
  }
  const isObject = (way: Schema) => way.properties !== undefined;
  const objects = ways.filter(isObject);
  const said: Child[] = [
    ...ways.filter((way) => !isObject(way)).map((way) => <TypeOf schema={way} />),
    ...(objects.length > 1 ? [`one of ${objects.length} kinds of object`] : objects.length === 1 ? ['object'] : []),
  ];
  return <>{said.map((each, at) => [at > 0 && ' or ', each])}</>;
}

export const Values = ({ values }: { values: unknown[] }) => (
  <>
    {values.map((value, at) => [
      at > 0 && (at === values.length - 1 ? ' or ' : ', '),
      <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>,
    ])}
  </>
);

/** The values of a field that has many of them. */
export function manyValues(given: Schema): unknown[] | null {
  const { schema } = unnulled(given);
  const values = valuesOf(schema.type === 'array' && schema.items ? schema.items : schema);
  return values && values.length > fewValues ? values : null;
}
