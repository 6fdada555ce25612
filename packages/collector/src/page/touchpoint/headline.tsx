import { fewestAnswers } from '../../scoring/enoughAnswers.ts';
import type { Change } from '../../stats/scoresReport.ts';
import { feelingOf } from '../kit/feeling.tsx';
import { movedFrom, movedText } from '../kit/movedWords.ts';
import { isRated } from '../kit/ratedRow.ts';
import { Snippet } from '../kit/snippet.tsx';
import { sureness } from '../kit/sureness.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { isFiltered, Unfilter } from '../kit/unfilter.tsx';
import type { View } from '../kit/view.ts';
import type { TouchpointReading } from './readTouchpoint.ts';

interface HeadlineProps {
  view: View;
  reading: TouchpointReading;
  isShared: boolean;
}

/** The page's answer in one sentence, made from the figures; where there are none yet, what to do next. */
export const Headline = ({ view, reading, isShared }: HeadlineProps) => {
  const { words, figures } = view;
  const own = words.touchpointPage;
  const { row, touchpoint, movement, heard } = reading;
  const title = <bdi>{row.title}</bdi>;
  if (row.enough) {
    const { intensity, valence, answered } = row;
    const sure = words.sure[sureness(intensity)];
    return (
      <>
        <h1>
          {own.headline(title, figures.whole(intensity.value), figures.interval(intensity), feelingOf(view, row))}
          {movement && words.movedIt(movedText(view, movement))}
        </h1>
        <p class="lead">
          {movement && `${movedFrom(view, movement)} `}
          {own.balance(figures.signed(valence.value), figures.signedInterval(valence))}{' '}
          {own.sureWith(sure, words.answers(answered, figures.whole(answered)))}{' '}
          {row.change && <ChangeText view={view} change={row.change} />}
        </p>
      </>
    );
  }
  if (row.answered > 0) {
    return (
      <>
        <h1>{own.withoutFigure(title, words.answers(row.answered, figures.whole(row.answered)))}</h1>
        <p class="lead">
          {row.n < fewestAnswers &&
            `${(row.n < row.answered ? words.moreRated : words.moreAnswers)(fewestAnswers - row.n)}. `}
          {own.fewAnswersLead}
        </p>
      </>
    );
  }
  if (isFiltered(view) && !isRated(row)) {
    return (
      <>
        <h1>{title}</h1>
        <p class="lead">
          <b>{words.noneOfThese}.</b> <Unfilter view={view} path={touchpointPath(touchpoint.key)} isFixed={isShared} />
        </p>
      </>
    );
  }
  const silent = {
    now: [own.noAnswers, own.noAnswersLead],
    otherwise: [own.quiet, own.quietLead],
    never: [own.neverHeard, own.neverHeardLead],
  }[heard];
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        <b>{silent[0]}</b> {silent[1]}
      </p>
      {heard === 'never' && (
        <>
          <p class="step">{own.neverHeardNext}</p>
          <Snippet view={view} touchpoint={touchpoint} />
          <p class="lead">
            <a href={view.link('/install')}>{own.snippetInstall}</a>
          </p>
        </>
      )}
    </>
  );
};

/** What changed since the period before, where that is compared. */
function ChangeText({ view: { words, figures }, change }: { view: View; change: Change }) {
  const own = words.touchpointPage;
  if (!change.enough) return null;
  const { intensity, valence } = change;
  const standsOut = intensity.significant || valence.significant;
  return (
    <>
      {own.changed(figures.signed(intensity.value), figures.signed(valence.value))}{' '}
      {standsOut ? own.changeStandsOut : own.changeMayBeChance}
    </>
  );
}
