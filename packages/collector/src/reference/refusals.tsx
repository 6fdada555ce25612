import { type RefusalCode, refusalStatus } from '@vivencia/contract/refusal';
import type { Schema } from '../api/openApiDocument.ts';
import { Refusal } from '../http/problem.ts';
import { NamedFields } from './bodyFields.tsx';
import { refusalAdvice } from './refusalAdvice.ts';

const codes = Object.keys(refusalStatus) as RefusalCode[];

/** Every code once, with its text and what to do. */
export const Refusals = ({ problem }: { problem: Schema | undefined }) => (
  <section class="plain" id="refusals">
    <h2>Refusals</h2>
    <p class="lead">
      Whatever is refused is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> stays as it is; its
      texts may change, and never repeat what was sent. A 500 is a mistake of ours.
    </p>
    {problem && <NamedFields name="Problem" schema={problem} />}
    <dl class="codes">
      {codes.map((code) => (
        <div id={code}>
          <dt>
            <b class="status">{refusalStatus[code]}</b> <code>{code}</code>
          </dt>
          <dd>
            {new Refusal(code, '').toProblem().title}. <span>{refusalAdvice[code]}</span>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
