import type { ReadScores } from '../../stats/readScores.ts';
import type { ChosenAnswers } from '../kit/chosenAnswers.ts';
import { Filters, type FiltersProps } from '../kit/filters.tsx';
import { MisreadNote } from '../kit/misreadNote.tsx';
import { PeriodLinks } from '../kit/periodLinks.tsx';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { Visit } from '../kit/visit.ts';
import { AboutFigures } from './aboutFigures.tsx';
import { Headline } from './headline.tsx';
import { Ranking } from './ranking.tsx';

interface OverviewProps {
  visit: Visit;
  scores: ReadScores;
  chosen: ChosenAnswers;
  segments: FiltersProps['segments'];
  /** Whether the site has never been heard of, in any period. */
  isNew: boolean;
}

/** The overview: one sentence, the touchpoints in order, and how sure. */
export const OverviewPage = ({ visit, scores, chosen, segments, isNew }: OverviewProps) => {
  const { view, site } = visit;
  const { figures } = view;
  const { period, touchpoints } = scores.report;
  return (
    <SiteLayout
      visit={visit}
      path="/"
      title={site.name}
      tools={<PeriodLinks view={view} path="/" period={period} offered={chosen.offered} />}
      about={
        <>
          <span>{figures.period(period)}</span>
          <span>{period.timeZone}</span>
        </>
      }
    >
      <MisreadNote view={view} chosen={chosen} />
      {!isNew && <Filters view={view} path="/" segments={segments} />}
      <Headline view={view} site={site} scores={scores} isNew={isNew} />
      {touchpoints.length > 0 && (
        <>
          <Ranking view={view} scores={scores} />
          <AboutFigures view={view} />
        </>
      )}
    </SiteLayout>
  );
};
