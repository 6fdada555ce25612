import type { CompleteDocument, Schema } from '../api/openApiDocument.ts';
import { Fields, objectsIn } from './fields.tsx';
import { namesIn, type Places } from './places.ts';

interface BodyFieldsProps {
  schema: Schema;
  document: CompleteDocument;
  places: Places;
  /** Of the operation whose body it is. */
  operationId: string;
  /** Whether its fields are unfolded, of several forms those of the first. */
  isOpen: boolean;
}

/** The fields of a body; those of a named schema stand where it comes first, and elsewhere its name leads there. */
export const BodyFields = ({ schema, document, places, operationId, isOpen }: BodyFieldsProps) => {
  const here = namesIn(schema).filter((name) => places.get(name) === operationId);
  return (
    <>
      {objectsIn(schema).map((object) => (
        <Fields schema={object} />
      ))}
      {here.map((name, at) => (
        <NamedFields name={name} schema={document.components?.schemas?.[name] ?? {}} isOpen={isOpen && at === 0} />
      ))}
    </>
  );
};

/** The fields of a named schema, behind its name. */
export const NamedFields = ({ name, schema, isOpen = false }: { name: string; schema: Schema; isOpen?: boolean }) => (
  <details class="object" id={`object-${name}`} open={isOpen}>
    <summary>
      <span class="hide">Fields of </span>
      {name}
    </summary>
    <Fields schema={schema} />
  </details>
);
