import type { Movements } from '../../stats/readMovements.ts';
import type { ReadScores } from '../../stats/readScores.ts';
import type { StoredComment } from '../../store/comment.ts';
import type { ChosenAnswers } from '../kit/chosenAnswers.ts';
import { Filters, type FiltersProps } from '../kit/filters.tsx';
import { MisreadNote } from '../kit/misreadNote.tsx';
import { PeriodLinks } from '../kit/periodLinks.tsx';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { Visit } from '../kit/visit.ts';
import { AboutFigures } from './aboutFigures.tsx';
import { Headline } from './headline.tsx';
import { Journey } from './journey.tsx';
import { NeedsPerson } from './needsPerson.tsx';
import { daysPassed, isStillToCome } from './pace.ts';
import { Ranking } from './ranking.tsx';

interface OverviewProps {
  visit: Visit;
  scores: ReadScores;
  went: Movements;
  chosen: ChosenAnswers;
  segments: FiltersProps['segments'];
  /** Of people who may need somebody. */
  comments: readonly StoredComment[];
  /** Whether the site has never been heard of, in any period. */
  isNew: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** The overview: one sentence, the touchpoints in order, the journey, and who needs somebody. */
export const OverviewPage = (props: OverviewProps) => {
  const { visit, scores, went, chosen, segments, comments, isNew, now } = props;
  const { view, site } = visit;
  const { words, dates } = view;
  const { period, before, touchpoints } = scores.report;
  const days = daysPassed(went.window, now, site.timeZone);
  const titles = new Map(touchpoints.map((row) => [row.touchpoint, row.title]));
  return (
    <SiteLayout
      visit={visit}
      path="/"
      title={site.name}
      tools={<PeriodLinks view={view} path="/" period={period} offered={chosen.offered} />}
      about={
        <>
          <span>{dates.period(period)}</span>
          {before && <span>{words.comparedWith(dates.period(before))}</span>}
          <span>{period.timeZone}</span>
        </>
      }
    >
      <MisreadNote view={view} chosen={chosen} />
      <Headline
        {...{ view, site, scores, went, days, isNew }}
        isAhead={isStillToCome(went.window, now, site.timeZone)}
        isShared={visit.share !== null}
      />
      {touchpoints.length > 0 && (
        <>
          <Filters view={view} path="/" segments={segments} isFixed={visit.share !== null} />
          <Ranking view={view} scores={scores} went={went} days={days} />
          <AboutFigures view={view} />
          <Journey view={view} rows={touchpoints} />
          {visit.share?.comments !== false && <NeedsPerson view={view} comments={comments} titles={titles} now={now} />}
        </>
      )}
      {visit.role === 'editor' && (
        <p class="after">
          <a href={view.link('/declare')}>{words.settings.declare}</a>
        </p>
      )}
    </SiteLayout>
  );
};
