import type { Schema } from '../api/openApiDocument.ts';
import { limitsOf } from './limits.ts';
import { nameOf } from './schemaName.ts';
import { manyValues, TypeOf, unnulled, Values } from './schemaType.tsx';

interface FieldProps {
  name: string;
  schema: Schema;
  isRequired: boolean;
  description?: string | undefined;
}

/** One field: its name, what it takes, what it is for, and the fields within it. */
export const Field = ({ name, schema, isRequired, description = schema.description }: FieldProps) => {
  const limits = limitsOf(schema);
  const values = manyValues(schema);
  return (
    <div>
      <dt>
        <code>{name}</code>{' '}
        <span>
          <TypeOf schema={schema} />
        </span>
        {isRequired && <b> required</b>}
      </dt>
      <dd>
        {description && <p>{description}</p>}
        {values && (
          <p>
            <Values values={values} />
          </p>
        )}
        {limits.length > 0 && <small>{limits.join(' · ')}</small>}
        <Within schema={schema} />
      </dd>
    </div>
  );
};

/** The fields of an object, also where it is put together of several; a named part of it is only named. */
export const Fields = ({ schema }: { schema: Schema }) => {
  const parts = schema.allOf ?? [schema];
  const fields = parts.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).map(([name, field]) => ({ name, schema: field, isRequired: required.includes(name) })),
  );
  const named = parts.filter((part) => nameOf(part) !== null);
  return (
    <>
      {named.length > 0 && (
        <p class="with">
          {named.map((part) => (
            <>
              All of <TypeOf schema={part} />, and:
            </>
          ))}
        </p>
      )}
      {fields.length > 0 && (
        <dl>
          {fields.map((field) => (
            <Field {...field} />
          ))}
        </dl>
      )}
    </>
  );
};

/** What stands in a field: of a list, what its members are; of several forms, each of them. */
function Within({ schema: given }: { schema: Schema }) {
  const objects = objectsIn(given);
  return (
    <>
      {objects.map((schema) => (
        <div class="in">
          <Fields schema={schema} />
        </div>
      ))}
    </>
  );
}

/** The objects that are written out in a schema. */
export function objectsIn(given: Schema): Schema[] {
  const { schema } = unnulled(given);
  if (schema.type === 'array' && schema.items) return objectsIn(schema.items);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return ways.flatMap(objectsIn);
  if (schema.allOf || Object.keys(schema.properties ?? {}).length > 0) return [schema];
  return typeof schema.additionalProperties === 'object' ? objectsIn(schema.additionalProperties) : [];
}
