import type { Child } from 'hono/jsx';
import type { Sighting } from '../../store/note.ts';
import { ScriptTag, triggerButton, triggerCall } from '../kit/snippet.tsx';
import type { View } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { Heard } from './heard.ts';

const stub =
  '<script>window.vivencia=window.vivencia||function(){(vivencia.q=vivencia.q||[]).push(arguments)}</script>';

interface StepsProps {
  visit: Visit;
  heard: Heard;
  now: number;
}

/** Three steps to the first answer; each ticks itself by what was heard. */
export const Steps = ({ visit, heard, now }: StepsProps) => {
  const { view, site } = visit;
  const words = view.words.install;
  const { loader, prompt, answer, refused } = heard;
  const said = (write: (origin: Child, when: string) => Child[], { origin, lastAt }: Sighting) =>
    write(<bdi>{origin}</bdi>, view.dates.ago(lastAt, now));
  return (
    <ol class="steps">
      <Step view={view} title={words.pasteTitle} isDone={loader !== null || refused.length > 0}>
        <p>{words.pasteLead}</p>
        <ScriptTag view={view} site={site} />
      </Step>
      <Step view={view} title={words.openTitle} isDone={loader !== null}>
        {loader ? <p>{said(words.openSeen, loader)}</p> : refused.length === 0 && <p>{words.openNotSeen}</p>}
        {refused.map((sighting) => (
          <RefusedOrigin visit={visit} sighting={sighting} now={now} />
        ))}
      </Step>
      <Step view={view} title={words.endTitle} isDone={prompt !== null}>
        {answer ? (
          <p>
            {said(words.answerSeen, answer)} <a href={view.link('/')}>{words.seeAnswers}</a>
          </p>
        ) : (
          prompt && <p>{said(words.endSeen, prompt)}</p>
        )}
        {prompt ? (
          <details class="more">
            <summary>{words.endHow}</summary>
            <Ends view={view} />
          </details>
        ) : (
          <Ends view={view} />
        )}
      </Step>
    </ol>
  );
};

/** How a page says that an interaction has ended. */
const Ends = ({ view }: { view: View }) => {
  const words = view.words.install;
  return (
    <>
      <p>{words.endClick}</p>
      <pre>{triggerButton('support-chat')}</pre>
      <p>{words.endCode}</p>
      <pre>{triggerCall('checkout')}</pre>
      <p>{words.early}</p>
      <pre>{stub}</pre>
      <p>{words.endMore}</p>
    </>
  );
};

interface StepProps {
  view: View;
  title: string;
  isDone: boolean;
  children?: Child;
}

const Step = ({ view, title, isDone, children }: StepProps) => (
  <li class={isDone ? 'done' : undefined}>
    <h2>
      {title} <span class="state">{isDone ? view.words.install.done : view.words.install.next}</span>
    </h2>
    {children}
  </li>
);

/**
 * A page that may not deliver: mostly one's own, on one's own machine. Anybody can have a name of theirs stand here, so
 * it is allowed by two presses, and what may be anybody's page by none.
 */
const RefusedOrigin = ({ visit: { view, role }, sighting, now }: { visit: Visit; sighting: Sighting; now: number }) => {
  const words = view.words.install;
  const { origin, lastAt } = sighting;
  const isNull = origin === 'null';
  const name = isNull ? words.refusedNull : origin;
  return (
    <div class="refused">
      <span>{words.refusedSeen(<bdi>{name}</bdi>, view.dates.ago(lastAt, now))}</span>{' '}
      {isNull ? (
        words.allowNull
      ) : role === 'editor' ? (
        <details>
          <summary>
            {words.allow}
            <span class="hide"> {origin}</span>
          </summary>
          <form method="post" action={view.link('/install/origins')}>
            <p>{words.allowAsk(<b>{origin.replace(/^https?:\/\//, '')}</b>)}</p>
            <input type="hidden" name="origin" value={origin} />
            <button type="submit">{words.allowFor(origin)}</button>
          </form>
        </details>
      ) : (
        words.askEditor
      )}
    </div>
  );
};
