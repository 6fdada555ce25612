import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import { loaderPath } from '@vivencia/contract/endpoint';
import type { Child } from 'hono/jsx';
import { difference } from '../../scoring/difference.ts';
import { fewestAnswers } from '../../scoring/enoughAnswers.ts';
import type { Movements } from '../../stats/readMovements.ts';
import type { ReadScores } from '../../stats/readScores.ts';
import type { Site } from '../../store/site.ts';
import { toneOf } from '../kit/faces.tsx';
import { mainEmotion } from '../kit/mainEmotion.ts';
import { movedFrom, movedText, wayOf } from '../kit/movedWords.ts';
import { isRated } from '../kit/ratedRow.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import { sureness } from '../kit/sureness.ts';
import type { View } from '../kit/view.ts';
import { Example } from './example.tsx';
import { mainReason } from './mainReason.ts';
import { daysHeard } from './pace.ts';
import { isScored, type ScoredRow } from './scoredRow.ts';

interface HeadlineProps {
  view: View;
  site: Site;
  scores: ReadScores;
  went: Movements;
  /** How many days of the period have begun. */
  days: number;
  /** Whether the site has never been heard of, in any period. */
  isNew: boolean;
  /** Whether the whole period is still to come. */
  isAhead: boolean;
}

/** The page's answer in one sentence, made from the figures; where there are none yet, what to do next. */
export const Headline = (props: HeadlineProps) => {
  const { scores } = props;
  const { words } = props.view;
  const { touchpoints, separable } = scores.report;
  const [first, ...others] = touchpoints.filter(isScored);
  if (first) return <Verdict {...props} first={first} others={others} separable={separable} />;
  if (touchpoints.some((row) => row.answered > 0)) return <Nothing title={words.thinTitle}>{words.thinLead}</Nothing>;
  if (touchpoints.some(isRated)) return <Nothing title={words.ratedTitle}>{words.ratedLead}</Nothing>;
  return <Unheard {...props} />;
};

interface VerdictProps extends HeadlineProps {
  /** The first in order. Another may have a higher value, from few answers. */
  first: ScoredRow;
  others: ScoredRow[];
  separable: boolean;
}

function Verdict({ view, scores, went, days, first, others, separable }: VerdictProps) {
  const { words, figures } = view;
  const { intensity, answered } = first;
  const value = figures.whole(intensity.value);
  const title = <bdi>{first.title}</bdi>;
  const feeling = feelingOf(view, first, scores);
  const [close, ...closeToo] = others.filter((row) => !separable || mayMoveAsMuch(row, first));
  const sentence =
    others.length === 0
      ? words.headlineOnly(title, value, feeling)
      : close
        ? words.headlineClose(title, value, feeling, <bdi>{close.title}</bdi>, closeToo.length)
        : words.headlineClear(title, value, feeling);
  const sure = words.sure[sureness(intensity)];
  const movement = went.moved.get(first.touchpoint);
  return (
    <>
      <h1>
        {sentence}
        {whatMoved(view, first, others, went)}
      </h1>
      <p class="lead">
        {others.length > 0 && !separable && `${words.notSeparable} `}
        {movement ? `${movedFrom(view, movement)} ` : howUnmoved(view, first, went)}
        {peopleAWeek(view, first, Math.max(Math.min(days, fewestDays), daysHeard(first.touchpoint, went, days)))}
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
function feelingOf(view: View, row: ScoredRow, scores: ReadScores) {
  const { words } = view;
  const main = mainEmotion(row);
  if (!main) return [];
  if (main === 'mixed') return [words.withMixed];
  const { emotion, share } = main;
  const reason = reasonOf(view, row, emotion, scores);
  const name = words.feeling[emotion];
  const text = reason ? words.feelingOver<Child>(name, <bdi>{reason}</bdi>) : [name];
  const felt = <span class={toneOf(emotion)}>{text}</span>;
  return share >= 0.5 ? words.mostly(felt) : words.mostOften(felt);
}

/** The main reason of those who felt so, as it stands inside a sentence. */
function reasonOf(view: View, row: ScoredRow, emotion: Emotion, { tallies, touchpoints }: ReadScores): string | null {
  const counts = tallies.find(({ touchpoint }) => touchpoint === row.touchpoint)?.counts ?? [];
  const key = mainReason(counts, emotion, row.emotions[emotion] ?? 0);
  if (key === null) return null;
  const touchpoint = touchpoints.find((each) => each.key === row.touchpoint);
  // "Delivery time", but not "DHL".
  return reasonLabel(touchpoint, key, view.language).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** Since when it is so; and which other touchpoint got worse, if one did. */
function whatMoved(view: View, first: ScoredRow, others: readonly ScoredRow[], { moved }: Movements) {
  const { words } = view;
  const movement = moved.get(first.touchpoint);
  const drops = others.flatMap((row) => {
    const other = moved.get(row.touchpoint);
    return other && wayOf(other) === 'worse' ? [{ row, other, drop: other.before - other.after }] : [];
  });
  const worst = drops.sort((a, b) => b.drop - a.drop)[0];
  return (
    <>
      {movement && words.movedIt(movedText(view, movement))}
      {worst && words.movedToo(<bdi>{worst.row.title}</bdi>, movedText(view, worst.other))}
    </>
  );
}

/** That no change is seen is something to know; so is that it could not be. Named, as another may have moved. */
const howUnmoved = ({ words }: View, first: ScoredRow, { looked }: Movements) =>
  looked && (
    <>
      <bdi>{first.title}</bdi>
      {looked.has(first.touchpoint) ? words.unmoved.quiet : words.unmoved.sparse}
    </>
  );

/** Fewer days would make a week out of a weekend; fewer answers, a number out of chance. */
const fewestDays = 7;

function peopleAWeek({ words, figures }: View, first: ScoredRow, days: number): string {
  const main = mainEmotion(first);
  if (!main || main === 'mixed' || emotionSign[main.emotion] >= 0 || days < fewestDays) return '';
  const felt = first.emotions[main.emotion] ?? 0;
  const aWeek = Math.round((felt * 7) / days);
  return felt < fewestAnswers || aWeek < 1
    ? ''
    : `${words.leaving(aWeek, figures.whole(aWeek), words.felt(main.emotion))} `;
}

function Unheard(props: HeadlineProps) {
  const { view, scores, isNew, isAhead } = props;
  const { words, figures, kept } = view;
  const shown = scores.report.touchpoints.reduce((sum, row) => sum + row.shown, 0);
  if (isNew) return <New {...props} />;
  if (isAhead) return <Nothing title={words.aheadTitle}>{words.aheadLead}</Nothing>;
  if (kept.segment || kept.version || kept.stratum) {
    return (
      <Nothing title={`${words.noneOfThese}.`}>
        <a href={view.link('/', unfiltered)}>{words.unfilter}</a>
      </Nothing>
    );
  }
  if (shown > 0) {
    return <Nothing title={words.unansweredTitle}>{words.unansweredLead(shown, figures.whole(shown))}</Nothing>;
  }
  return (
    <>
      <Nothing title={words.unansweredTitle}>{words.unheardLead}</Nothing>
      <Tag {...props} />
    </>
  );
}

const unfiltered = { segment: undefined, version: undefined, stratum: undefined };

const Nothing = ({ title, children }: { title: string; children?: Child }) => (
  <>
    <h1>{title}</h1>
    <p class="lead">{children}</p>
  </>
);

const New = (props: HeadlineProps) => {
  const { words, link } = props.view;
  return (
    <>
      <Nothing title={words.emptyTitle}>{words.emptyLead}</Nothing>
      <p class="step">{words.emptyNext}</p>
      <Tag {...props} />
      <p class="lead">
        {words.emptyThen} <a href={link('/install')}>{words.emptyInstall}</a>
      </p>
      <Example view={props.view} />
    </>
  );
};

const Tag = ({ view, site }: HeadlineProps) => (
  <pre>{`<script async src="${view.publicUrl}${loaderPath(site.publicKey)}"></script>`}</pre>
);
