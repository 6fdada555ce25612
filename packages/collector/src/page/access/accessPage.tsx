import type { AccessEntry, SessionEntry, ShareEntry } from '../../store/site.ts';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { Visit } from '../kit/visit.ts';
import { AddPerson } from './addPerson.tsx';
import { PersonRow } from './personRow.tsx';
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
  people: AccessEntry[];
  sessions: SessionEntry[];
  shares: ShareEntry[];
  /** Id of the session that asks. */
  current: string;
  news: AccessNews;
}

/** Who may see what, for editors. */
export const AccessPage = ({ visit, people, sessions, shares, current, news }: AccessPageProps) => {
  const { view } = visit;
  const words = view.words.access;
  const lastDay = (access: number) =>
    sessions
      .filter((session) => session.access === access)
      .reduce<number | null>((last, { seenDay }) => Math.max(last ?? 0, seenDay ?? 0) || null, null);
  return (
    <SiteLayout visit={visit} path="/access" title={words.title}>
      <h1>{words.headline(people.length)}</h1>
      <p class="lead">{words.lead(sessions.length)}</p>
      {news.badName && (
        <p class="note" role="status">
          {words.badName}
        </p>
      )}
      {news.made && <Secret title={words.linkTitle(news.made.name)} lead={words.linkLead} link={news.made.link} />}
      <section class="apart">
        <h2>{words.people}</h2>
        <ul class="rows">
          {people.map((person) => (
            <PersonRow visit={visit} person={person} lastDay={lastDay(person.id)} />
          ))}
        </ul>
        <AddPerson view={view} isOpen={news.badName === true} />
      </section>
      <section class="apart">
        <h2>{words.sessions}</h2>
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
      </section>
      <section class="apart">
        <h2>{words.shares}</h2>
        {shares.length === 0 ? (
          <p class="lead">{words.noShares}</p>
        ) : (
          <ul class="rows">
            {shares.map((share) => (
              <ShareRow visit={visit} share={share} />
            ))}
          </ul>
        )}
      </section>
    </SiteLayout>
  );
};
