import { Answers } from './answers.tsx';
import { BodyFields } from './bodyFields.tsx';
import { curlExamples } from './curl.ts';
import { Field } from './fields.tsx';
import type { OperationProps } from './operationProps.ts';
import { type Described, isOpen, scopeOf } from './operations.ts';
import { mainMedia } from './places.ts';
import { TypeOf } from './schemaType.tsx';

/** One operation: what it is for on one side, how it is called on the other. */
export const OperationPart = ({ operation, document, places }: OperationProps) => {
  const { operationId, method, path, summary, parameters = [], requestBody } = operation;
  const body = mainMedia(requestBody);
  const types = Object.keys(requestBody?.content ?? {});
  return (
    <section class="operation" id={operationId}>
      <div>
        <h3>
          <a href={`#${operationId}`}>{summary}</a>
        </h3>
        <p class="call">
          <Method method={method} /> <code>{path}</code>
        </p>
        <p class="key">{keyWords(operation)}</p>
        {parameters.length > 0 && (
          <>
            <h4>Parameters</h4>
            <dl>
              {parameters.map(({ name, in: place, required = false, schema = {}, description }) => (
                <Field
                  name={name}
                  schema={schema}
                  isRequired={required}
                  description={[placeWords[place], description].filter(Boolean).join(' ')}
                />
              ))}
            </dl>
          </>
        )}
        {body?.schema && (
          <>
            <h4>Body</h4>
            <p class="type">
              <TypeOf schema={body.schema} />, as <code>{types.join(' or ')}</code>
            </p>
            <BodyFields {...{ schema: body.schema, document, places, operationId }} isOpen />
          </>
        )}
        <h4>Answers</h4>
        <Answers {...{ operation, document, places }} />
      </div>
      <div class="examples">
        {curlExamples(operation, document).map(({ title, command }) => (
          <figure>
            <figcaption>{title ?? 'Request'}</figcaption>
            <pre>{command}</pre>
          </figure>
        ))}
      </div>
    </section>
  );
};

const placeWords: Record<string, string> = { path: 'In the path.', header: 'As a header.' };

export const Method = ({ method }: { method: string }) => (
  <span class={`method ${method.toLowerCase()}`}>{method}</span>
);

function keyWords(operation: Described) {
  const scope = scopeOf(operation);
  if (scope === null) return 'No key.';
  return (
    <>
      {isOpen(operation) ? 'No key from a page, which names its site; from a backend one' : 'A key'} with the scope{' '}
      <code>{scope}</code>.
    </>
  );
}
