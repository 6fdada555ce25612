import type { SessionEntry } from '../../store/site.ts';
import { Section } from '../kit/section.tsx';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { Visit } from '../kit/visit.ts';
import { SessionRow } from './sessionRow.tsx';

interface OwnSessionsProps {
  visit: Visit;
  sessions: SessionEntry[];
  /** Id of the session that asks. */
  current: string;
}

/** Where a viewer is signed in. */
export const OwnSessionsPage = ({ visit, sessions, current }: OwnSessionsProps) => {
  const { view } = visit;
  const words = view.words.access;
  return (
    <SiteLayout visit={visit} path="/access" title={words.title}>
      <h1>{words.ownHeadline}</h1>
      <p class="lead">{words.ownLead}</p>
      <Section view={view} id="sessions" title={words.sessions} csv={view.link('/access/sessions.csv')} kind="apart">
        <ul class="rows">
          {sessions.map((session) => (
            <SessionRow visit={visit} session={session} isCurrent={session.id === current} />
          ))}
        </ul>
        <form method="post" action={view.link('/access/sessions/end-mine')}>
          <button class="link" type="submit">
            {words.endAll}
          </button>
        </form>
      </Section>
    </SiteLayout>
  );
};
