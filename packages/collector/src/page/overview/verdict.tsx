import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import { difference } from '../../scoring/difference.ts';
import { fewestAnswers } from '../../scoring/enoughAnswers.ts';
import type { Movements } from '../../stats/readMovements.ts';
import type { ReadScores } from '../../stats/readScores.ts';
import { feelingOf } from '../kit/feeling.tsx';
import { mainEmotion } from '../kit/mainEmotion.ts';
import { movedFrom, movedText, wayOf } from '../kit/movedWords.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import { sureness } from '../kit/sureness.ts';
import type { View } from '../kit/view.ts';
import { mainReason } from './mainReason.ts';
import { daysHeard } from './pace.ts';
import type { ScoredRow } from './scoredRow.ts';

interface VerdictProps {
  view: View;
  scores: ReadScores;
  went: Movements;
  /** How many days of the period have begun. */
  days: number;
  /** The first in order. Another may have a higher value, from few answers. */
  first: ScoredRow;
  others: ScoredRow[];
  separable: boolean;
}

/** Which touchpoint moves people most, which way, what has changed, and how sure that is. */
export function Verdict({ view, scores, went, days, first, others, separable }: VerdictProps) {
  const { words, figures } = view;
  const { intensity, answered } = first;
  const value = figures.whole(intensity.value);
  const title = <bdi>{first.title}</bdi>;
  const feeling = feelingOf(view, first, (emotion) => reasonOf(view, first, emotion, scores));
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
