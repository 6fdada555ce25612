import { readAnswersQuery } from '../../stats/answersQuery.ts';
import { histogram } from '../../stats/histogram.ts';
import { reasonsByFeeling } from '../../stats/reasonsByFeeling.ts';
import type { Action } from '../../store/action.ts';
import type { PassCount } from '../../store/pass.ts';
import { dateOfDay, dayOf } from '../../tally/bucket.ts';
import type { ChosenAnswers } from '../kit/chosenAnswers.ts';
import { Filters, type FiltersProps } from '../kit/filters.tsx';
import { MisreadNote } from '../kit/misreadNote.tsx';
import { PeriodLinks } from '../kit/periodLinks.tsx';
import { Section } from '../kit/section.tsx';
import { SiteLayout } from '../kit/siteLayout.tsx';
import { Snippet } from '../kit/snippet.tsx';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { isFiltered } from '../kit/unfilter.tsx';
import type { Visit } from '../kit/visit.ts';
import { Actions } from './actions.tsx';
import { Comments } from './comments.tsx';
import { Headline } from './headline.tsx';
import { HeatGrid } from './heatGrid.tsx';
import { HowSure } from './howSure.tsx';
import type { CommentPage } from './readCommentPage.ts';
import type { SegmentReading } from './readSegments.ts';
import type { TouchpointReading } from './readTouchpoint.ts';
import { Reasons } from './reasons.tsx';
import type { RefusedAction } from './refusedAction.ts';
import { Segments } from './segments.tsx';
import { Silence } from './silence.tsx';
import { Soon } from './soon.tsx';
import { TrendPart } from './trendPart.tsx';

interface TouchpointPageProps {
  visit: Visit;
  reading: TouchpointReading;
  chosen: ChosenAnswers;
  segments: SegmentReading;
  passes: PassCount[];
  /** Prompts that were shown to anybody, where a filter chooses some. */
  shownToAll: number | null;
  actions: Action[];
  comments: CommentPage;
  /** All segments that the site knows. */
  known: FiltersProps['segments'];
  /** Milliseconds since 1970. */
  now: number;
  refused: RefusedAction | undefined;
}

/** More versions than these nobody tells apart; the address still takes any. */
const mostVersions = 20;

/** One touchpoint: a sentence, how it went over time, what was felt and why, who spoke, and how it asks. */
export const TouchpointPage = (props: TouchpointPageProps) => {
  const { visit, reading, chosen, segments, passes, shownToAll, actions, comments, known, now, refused } = props;
  const { view, site, role } = visit;
  const { words, dates } = view;
  const own = words.touchpointPage;
  const { touchpoint, row, counts, period, trend, movement } = reading;
  const { key, version, confirmed } = touchpoint;
  const path = touchpointPath(key);
  const { stratum } = readAnswersQuery(chosen.parameters, now, site.timeZone);
  const csv = (table: string) => view.link(touchpointPath(key, `/${table}.csv`));
  const hasAnswers = row.answered > 0;
  const isHeard = reading.heard === 'now';
  const hasMore = reading.heard !== 'never' || isFiltered(view);
  return (
    <SiteLayout
      visit={visit}
      path={path}
      title={`${row.title} · ${site.name}`}
      tools={<PeriodLinks view={view} path={path} period={period} offered={chosen.offered} />}
      about={
        <>
          <span>{dates.period(period)}</span>
          <span>{period.timeZone}</span>
        </>
      }
    >
      <p class="crumbs">
        <a href={view.link('/')}>{own.back}</a>
        {row.stage && <span>{words.stage[row.stage]}</span>}
        {role === 'editor' && <a href={view.link(touchpointPath(key, '/settings'))}>{own.settings}</a>}
      </p>
      <MisreadNote view={view} chosen={chosen} />
      {!confirmed && (
        <p class="note quietnote" role="status">
          {own.unconfirmed}{' '}
          {role === 'editor' && <a href={view.link(touchpointPath(key, '/settings'))}>{own.confirm}</a>}
        </p>
      )}
      {hasMore && (
        <Filters {...{ view, path }} segments={known} versions={versionsUpTo(version)} isFixed={visit.share !== null} />
      )}
      <Headline view={view} reading={reading} isShared={visit.share !== null} />
      {hasAnswers && (
        <>
          <HowSure view={view} row={row} movement={movement} />
          <Section view={view} id="trend" title={`${own.trend}, ${own.grain[trend.bucket]}`} csv={csv('trend')}>
            <TrendPart view={view} trend={trend} actions={actions} movement={movement} />
            <Actions
              visit={visit}
              touchpoint={key}
              actions={actions}
              today={dateOfDay(dayOf(now, site.timeZone))}
              refused={refused}
            />
          </Section>
          <Section view={view} id="felt" title={own.felt} csv={csv('histogram')}>
            <HeatGrid view={view} cells={histogram(counts, stratum).cells} />
          </Section>
          <Section view={view} id="reasons" title={own.reasons}>
            <Reasons view={view} touchpoint={touchpoint} reasons={reasonsByFeeling(counts, stratum)} />
          </Section>
          <Section view={view} id="segments" title={own.segments} csv={csv('segments')}>
            <Segments view={view} touchpoint={key} reading={segments} />
          </Section>
        </>
      )}
      {visit.share?.comments !== false && (
        <Section
          view={view}
          id="comments"
          title={own.comments}
          csv={comments.comments.length > 0 ? csv('comments') : undefined}
        >
          <Comments {...{ view, site, touchpoint }} page={comments} isShared={visit.share !== null} />
        </Section>
      )}
      {isHeard && (
        <div class="duo">
          <Section view={view} id="soon" title={own.soon}>
            <Soon view={view} counts={counts} />
          </Section>
          <Section view={view} id="silence" title={own.silence}>
            <Silence view={view} counts={counts} passes={passes} shownToAll={shownToAll} />
          </Section>
        </div>
      )}
      {hasMore && (
        <Section view={view} id="asks" title={own.snippet}>
          <Snippet view={view} touchpoint={touchpoint} />
          <p class="lead">
            <a href={view.link('/install')}>{own.snippetInstall}</a>
          </p>
        </Section>
      )}
    </SiteLayout>
  );
};

/** Newest first; of a single one there is nothing to choose. */
const versionsUpTo = (version: number) =>
  version < 2 ? [] : Array.from({ length: Math.min(version, mostVersions) }, (_, index) => version - index);
