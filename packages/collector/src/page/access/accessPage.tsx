import type { AccessEntry, SessionEntry, ShareEntry } from '../../store/site.ts';
import { Section } from '../kit/section.tsx';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { Visit } from '../kit/visit.ts';
import { AddPerson } from './addPerson.tsx';
import { lastHere } from './lastHere.ts';
import { PersonRow } from './personRow.tsx';
import { RevokedPeople } from './revokedPeople.tsx';
import { Secret } from './secret.tsx';
import { SessionRow } from './sessionRow.tsx';
import { ShareRow } from './shareRow.tsx';

/** What has just happened, to be told this once. */
export interface AccessNews {
  made?: { name: string; link: string };
  badName?: boolean;
}

interface AccessPageProps {
  visit: Visit;
  /** Also those who were revoked. */
  people: AccessEntry[];
  sessions: SessionEntry[];
  shares: ShareEntry[];
  /** Id of the session that asks. */
  current: string;
  news: AccessNews;
}

/** Who may see what, for editors. */
export const AccessPage = ({ visit, people, sessions, shares, current, news }: AccessPageProps) => {
  const { view, site } = visit;
  const words = view.words.access;
  const admitted = people.filter(({ revokedAt }) => revokedAt === null);
  const revoked = people.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <SiteLayout visit={visit} path="/access" title={words.title}>
      <h1>{words.headline(admitted.length)}</h1>
      <p class="lead">{words.lead(sessions.length)}</p>
      {news.badName && (
        <p class="note" role="status">
          {words.badName}
        </p>
      )}
      {news.made && <Secret title={words.linkTitle(news.made.name)} lead={words.linkLead} link={news.made.link} />}
      <Section view={view} id="people" title={words.people} csv={view.link('/access/people.csv')} kind="apart">
        <ul class="rows">
          {admitted.map((person) => (
            <PersonRow visit={visit} person={person} lastDay={lastHere(person, sessions, site.timeZone)} />
          ))}
        </ul>
        <AddPerson view={view} isOpen={news.badName === true} />
        <RevokedPeople visit={visit} people={revoked} />
      </Section>
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
      <Section
        view={view}
        id="shares"
        title={words.shares}
        csv={shares.length > 0 ? view.link('/access/shares.csv') : undefined}
        kind="apart"
      >
        {shares.length === 0 ? (
          <p class="lead">{words.noShares}</p>
        ) : (
          <ul class="rows">
            {shares.map((share) => (
              <ShareRow visit={visit} share={share} />
            ))}
          </ul>
        )}
      </Section>
    </SiteLayout>
  );
};
