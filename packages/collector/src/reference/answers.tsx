import { BodyFields } from './bodyFields.tsx';
import type { OperationProps } from './operationProps.ts';
import { isGood, mainMedia } from './places.ts';
import { TypeOf } from './schemaType.tsx';

/** What an operation answers: the good with its fields, refusals as codes that lead to what they mean. */
export const Answers = ({ operation, document, places }: OperationProps) => {
  const { operationId, responses } = operation;
  const all = Object.entries(responses);
  const refusals = all.filter(([status]) => Number(status) >= 400 && status !== '500');
  return (
    <>
      {all
        .filter(([status]) => Number(status) < 400)
        .map(([status, answer]) => {
          const schema = isGood(status) ? mainMedia(answer)?.schema : undefined;
          const types = Object.keys(answer.content ?? {});
          return (
            <div class="answer">
              <p>
                <b class="status">{status}</b> {answer.description}
                {types.length > 0 && (
                  <small>
                    {schema && <TypeOf schema={schema} />}, as {types.join(' or ')}
                  </small>
                )}
              </p>
              {schema && <BodyFields {...{ schema, document, places, operationId }} isOpen={false} />}
            </div>
          );
        })}
      <ul class="refusals">
        {refusals.map(([status, { description }]) => (
          <li>
            <b class="status">{status}</b>{' '}
            {description.split(', ').map((code, at) => (
              <>
                {at > 0 && ', '}
                <a href={`#${code}`}>{code}</a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
};
