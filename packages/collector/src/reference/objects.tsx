import type { CompleteDocument } from '../api/openApiDocument.ts';
import { NamedFields } from './bodyFields.tsx';
import type { Places } from './places.ts';

/** Named schemas that stand only within others. */
export const Objects = ({ document, places }: { document: CompleteDocument; places: Places }) => {
  const left = Object.entries(document.components?.schemas ?? {}).filter(
    ([name]) => !places.has(name) && name !== 'Problem',
  );
  return (
    <section class="plain" id="objects">
      <h2>Objects</h2>
      <p class="lead">
        What stands within several bodies. Answers may gain fields: pass over those that you do not know.
      </p>
      {left.map(([name, schema]) => (
        <NamedFields name={name} schema={schema} />
      ))}
    </section>
  );
};
