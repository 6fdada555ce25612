import type { ReadScores } from '../stats/readScores.ts';
import type { SessionGrant } from '../store/site.ts';
import { AboutFigures } from './aboutFigures.tsx';
import { Headline } from './headline.tsx';
import { LanguageLinks, Layout } from './layout.tsx';
import { type OfferedDays, PeriodLinks } from './periodLinks.tsx';
import { Ranking } from './ranking.tsx';
import type { View } from './view.ts';

interface OverviewProps {
  view: View;
  grant: SessionGrant;
  scores: ReadScores;
  days: OfferedDays | null;
  /** Whether the site has never been heard of, in any period. */
  isNew: boolean;
  badDates?: boolean;
}

/** The overview: one sentence, the touchpoints in order, and how sure. */
export const OverviewPage = ({ view, grant, scores, days, isNew, badDates }: OverviewProps) => {
  const { words, figures } = view;
  const { report } = scores;
  return (
    <Layout view={view} title={`${grant.site.name} · Vivencia`}>
      <header class="top">
        <b>
          <bdi>{grant.site.name}</bdi>
        </b>
        <PeriodLinks view={view} period={report.period} days={days} />
      </header>
      <main>
        {badDates && (
          <p class="note" role="status">
            {words.badDates}
          </p>
        )}
        <Headline view={view} site={grant.site} scores={scores} isNew={isNew} />
        {report.touchpoints.length > 0 && (
          <>
            <Ranking view={view} scores={scores} />
            <AboutFigures view={view} />
          </>
        )}
      </main>
      <footer>
        <span>{figures.period(report.period)}</span>
        <span>{report.period.timeZone}</span>
        <form method="post" action={view.link('/logout')}>
          {words.signedInAs(grant.name)} ·{' '}
          <button class="link" type="submit">
            {words.signOut}
          </button>
        </form>
        <LanguageLinks view={view} path="/" />
      </footer>
    </Layout>
  );
};
