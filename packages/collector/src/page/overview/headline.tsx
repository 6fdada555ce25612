import { loaderPath } from '@vivencia/contract/endpoint';
import { difference } from '../../scoring/difference.ts';
import type { ReadScores } from '../../stats/readScores.ts';
import type { Site } from '../../store/site.ts';
import { toneOf } from '../kit/faces.tsx';
import type { View } from '../kit/view.ts';
import { Example } from './example.tsx';
import { mainEmotion } from './mainEmotion.ts';
import { isRated } from './ratedRow.ts';
import { isScored, type ScoredRow } from './scoredRow.ts';

interface HeadlineProps {
  view: View;
  site: Site;
  scores: ReadScores;
  /** Whether the site has never been heard of, in any period. */
  isNew: boolean;
}

/** The page's answer in one sentence, made from the figures; where there are none yet, what to do next. */
export const Headline = ({ view, site, scores, isNew }: HeadlineProps) => {
  const { touchpoints, separable } = scores.report;
  const [first, ...others] = touchpoints.filter(isScored);
  if (first) return <Verdict view={view} first={first} others={others} separable={separable} />;
  if (touchpoints.some((row) => row.answered > 0)) return <Thin view={view} />;
  if (touchpoints.some(isRated)) return <RatedOnly view={view} />;
  return <Unheard view={view} site={site} scores={scores} isNew={isNew} />;
};

interface VerdictProps {
  view: View;
  /** The first in order. Another may have a higher value, from few answers. */
  first: ScoredRow;
  others: ScoredRow[];
  separable: boolean;
}

function Verdict({ view, first, others, separable }: VerdictProps) {
  const { words, figures } = view;
  const { intensity, answered } = first;
  const value = figures.whole(intensity.value);
  const title = <bdi>{first.title}</bdi>;
  const feeling = feelingOf(view, first);
  const [close, ...closeToo] = others.filter((row) => !separable || mayMoveAsMuch(row, first));
  const sentence =
    others.length === 0
      ? words.headlineOnly(title, value, feeling)
      : close
        ? words.headlineClose(title, value, feeling, <bdi>{close.title}</bdi>, closeToo.length)
        : words.headlineClear(title, value, feeling);
  const sure = words.sure[sureness(intensity.high - intensity.low)];
  return (
    <>
      <h1>{sentence}</h1>
      <p class="lead">
        {others.length > 0 && !separable && `${words.notSeparable} `}
        {words.sureBecause(sure, words.answers(answered, figures.whole(answered)), figures.interval(intensity))}{' '}
        <a href="#how-sure">{words.howSure}</a>
      </p>
    </>
  );
}

/**
 * Whether nothing says yet that `first` moves people more than `row` does. The rank test alone would say so too readily
 * of a touchpoint with few answers that differ more than others' do, as it takes the variance to be the same everywhere;
 * so their own intervals have to tell them apart as well. Where no other may be 1st, the rank of `first` is 1 alone.
 */
const mayMoveAsMuch = (row: ScoredRow, first: ScoredRow) =>
  row.rank.low === 1 || difference(first.intensity, row.intensity).low <= 0;

/** "mostly frustration", with the feeling in its colour; "most often", where it is less than half of the answers. */
function feelingOf({ words }: View, row: ScoredRow) {
  const main = mainEmotion(row);
  if (!main) return [];
  if (main === 'mixed') return [words.withMixed];
  const name = <span class={toneOf(main.emotion)}>{words.feeling[main.emotion]}</span>;
  return main.share >= 0.5 ? words.mostly(name) : words.mostOften(name);
}

/** How wide, on the scale of 0…100, an interval may be that we call quite or fairly sure. */
const quiteSureWidth = 16;
const fairlySureWidth = 30;

const sureness = (width: number) =>
  width <= quiteSureWidth ? 'quite' : width <= fairlySureWidth ? 'fairly' : 'little';

const Thin = ({ view: { words } }: { view: View }) => (
  <>
    <h1>{words.thinTitle}</h1>
    <p class="lead">{words.thinLead}</p>
  </>
);

const RatedOnly = ({ view: { words } }: { view: View }) => (
  <>
    <h1>{words.ratedTitle}</h1>
    <p class="lead">{words.ratedLead}</p>
  </>
);

function Unheard({ view, site, scores, isNew }: HeadlineProps) {
  const { words, figures } = view;
  const shown = scores.report.touchpoints.reduce((sum, row) => sum + row.shown, 0);
  if (shown > 0) {
    return (
      <>
        <h1>{words.unansweredTitle}</h1>
        <p class="lead">{words.unansweredLead(figures.whole(shown))}</p>
      </>
    );
  }
  return (
    <>
      <h1>{isNew ? words.emptyTitle : words.unansweredTitle}</h1>
      <p class="lead">{isNew ? words.emptyLead : words.unheardLead}</p>
      {isNew && <p class="step">{words.emptyNext}</p>}
      <pre>{`<script async src="${view.publicUrl}${loaderPath(site.publicKey)}"></script>`}</pre>
      {isNew && <p class="lead">{words.emptyThen}</p>}
      {isNew && <Example view={view} />}
    </>
  );
}
