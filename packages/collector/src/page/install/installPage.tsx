import type { RefusalCount } from '../../store/note.ts';
import { Section } from '../kit/section.tsx';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { View } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { Heard } from './heard.ts';
import { Kiosks, type NamedKiosk } from './kiosks.tsx';
import { type OriginProblem, Origins } from './origins.tsx';
import { Policy } from './policy.tsx';
import { Reasons } from './reasons.tsx';
import { Steps } from './steps.tsx';

interface InstallPageProps {
  visit: Visit;
  heard: Heard;
  asked: number;
  suppressed: { reason: string; count: number }[];
  refusals: RefusalCount[];
  kiosks: NamedKiosk[];
  problem: OriginProblem | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** Whether the widget works, and else the next thing to do. */
export const InstallPage = ({ visit, heard, asked, suppressed, refusals, kiosks, problem, now }: InstallPageProps) => {
  const { view } = visit;
  const words = view.words.install;
  return (
    <SiteLayout visit={visit} path="/install" title={words.title}>
      <Verdict view={view} heard={heard} now={now} />
      {problem && (
        <p class="note" role="status">
          {words[problem]}
        </p>
      )}
      <Steps visit={visit} heard={heard} now={now} />
      <Policy view={view} />
      <Origins visit={visit} isHeard={heard.loader !== null || heard.refused.length > 0} />
      <Kiosks visit={visit} kiosks={kiosks} />
      <p class="lead apart">
        {words.backends} <a href={`${view.publicUrl}/docs`}>{words.reference}</a>
      </p>
      {suppressed.length > 0 && (
        <Section
          view={view}
          id="unasked"
          title={words.suppressedTitle}
          csv={view.link('/install/unasked.csv')}
          kind="apart"
        >
          <p class="lead">{words.askedLastWeek(asked, view.figures.whole(asked))}</p>
          <Reasons view={view} counts={suppressed} says={words.suppressed} />
        </Section>
      )}
      {refusals.length > 0 && (
        <Section
          view={view}
          id="refused"
          title={words.refusedTitle}
          csv={view.link('/install/refused.csv')}
          kind="apart"
        >
          <p class="lead">{words.lastWeek}</p>
          <Reasons view={view} counts={refusals} says={words.refused} />
        </Section>
      )}
      {heard.prompt && suppressed.length + refusals.length === 0 && <p class="lead apart">{words.quietWeek}</p>}
    </SiteLayout>
  );
};

/** The page's answer in one sentence. */
function Verdict({ view, heard, now }: { view: View; heard: Heard; now: number }) {
  const words = view.words.install;
  const when = (moment: number) => view.dates.ago(moment, now);
  const { loader, answer } = heard;
  const again = <a href={view.link('/install')}>{words.checkAgain}</a>;
  if (answer) {
    return (
      <>
        <h1>{words.headlineAnswered(<bdi>{answer.origin}</bdi>, when(answer.lastAt))}</h1>
        <p class="lead">
          {loader && words.answeredLead(when(loader.lastAt))} {again}
        </p>
      </>
    );
  }
  return (
    <>
      <h1>{loader ? words.headlineSeen(<bdi>{loader.origin}</bdi>, when(loader.lastAt)) : words.headlineNew}</h1>
      <p class="lead">
        {loader ? words.noAnswerLead : heard.refused.length > 0 ? words.onlyRefused : words.notSeen} {again}
      </p>
    </>
  );
}
