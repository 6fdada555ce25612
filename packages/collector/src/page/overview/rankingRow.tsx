import { fewestAnswers } from '../../scoring/enoughAnswers.ts';
import type { Interval } from '../../scoring/interval.ts';
import type { Movement } from '../../stats/movements.ts';
import { responseRate } from '../../stats/participation.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { Touchpoint } from '../../store/site.ts';
import type { TouchpointTally } from '../../store/tally.ts';
import { Face } from '../kit/faces.tsx';
import { mainEmotion } from '../kit/mainEmotion.ts';
import { isDaySure, wayOf } from '../kit/movedWords.ts';
import { isRated } from '../kit/ratedRow.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { isFiltered } from '../kit/unfilter.tsx';
import type { View } from '../kit/view.ts';
import { HowSure } from './howSure.tsx';
import { type BarScale, IntensityBar } from './intensityBar.tsx';
import { daysUntil } from './pace.ts';
import { Sparkline, type SparkPoints } from './sparkline.tsx';

export interface RankingRowProps {
  view: View;
  row: TouchpointRow;
  /** How many touchpoints have a rank. */
  ranked: number;
  /** Whether most others offer another set of emotions. */
  isAskedDifferently: boolean;
  scale: BarScale;
  tally: TouchpointTally | undefined;
  touchpoint: Touchpoint | undefined;
  /** Its balance over time; `undefined` where there is none to draw. */
  line: SparkPoints | undefined;
  /** One scale for all lines. */
  span: [number, number];
  movement: Movement | null;
  /** How many days of the period have begun since its first answer. */
  days: number;
}

/** One touchpoint: a line of figures, and below it "How sure?". */
export const RankingRow = (props: RankingRowProps) => {
  const { view, row, ranked, isAskedDifferently, scale, tally, touchpoint, line, span, movement } = props;
  const { words, figures } = view;
  const rate = responseRate(tally?.counts ?? []);
  return (
    <tbody class={row.enough ? undefined : 'thin'}>
      <tr>
        <td class="no">{row.enough && <Rank view={view} rank={row.rank} />}</td>
        <th scope="row">
          <a class="to" href={view.link(touchpointPath(row.touchpoint))}>
            <bdi class="big">{row.title}</bdi>
          </a>
          {row.stage && <small>{words.stage[row.stage]}</small>}
        </th>
        <td class="num val">
          <span class="big">{row.enough ? figures.whole(row.intensity.value) : '–'}</span>
          {row.enough && <small>{figures.interval(row.intensity)}</small>}
        </td>
        {row.enough ? (
          <td class="bar">
            <IntensityBar view={view} row={row} scale={scale} />
          </td>
        ) : (
          <td class="bar says">{whatIsMissing(view, row, props.days)}</td>
        )}
        <td class="feel">
          <MainFeeling {...{ view, row, touchpoint }} />
        </td>
        <td class={`num ans${row.answered ? '' : ' quiet'}`}>
          <span class="big reg">
            {figures.whole(row.answered)} <span class="unit">{words.answersUnit(row.answered)}</span>
          </span>
          {rate !== null && <small>{words.rate(figures.percent(rate))}</small>}
        </td>
        <td class={`went${line || movement || row.change ? '' : ' quiet'}`}>
          {line && <Sparkline view={view} title={row.title} points={line} span={span} />}
          <WhatChanged view={view} row={row} movement={movement} />
        </td>
      </tr>
      {hasFigures(row) && (
        <tr class="sure">
          <td colspan={3} />
          <td class="bar" colspan={4}>
            <HowSure {...{ view, row, ranked, isAskedDifferently, rate, touchpoint, movement }} />
          </td>
        </tr>
      )}
    </tbody>
  );
};

/** Whether anything was counted: of what nobody has passed there is nothing to be sure of. */
const hasFigures = (row: TouchpointRow) => row.answered + row.shown + row.passed > 0 || isRated(row);

/** A tie is written as what it is: all the ranks that the touchpoint may have. */
function Rank({ view: { words, figures }, rank }: { view: View; rank: Interval }) {
  const { low, high } = rank;
  if (low === high) return <small>{figures.ranks(rank)}</small>;
  return (
    <small>
      <span aria-hidden="true">{figures.ranks(rank)}</span>
      <span class="hide">{words.ranksAloud(figures.whole(low), figures.whole(high))}</span>
    </small>
  );
}

function MainFeeling({ view, row, touchpoint }: Pick<RankingRowProps, 'view' | 'row' | 'touchpoint'>) {
  const main = mainEmotion(row);
  if (!main) return null;
  if (main === 'mixed') return <span class="big reg">{view.words.mixed}</span>;
  const [reason] = Object.keys(row.reasons);
  return (
    <div>
      <Face emotion={main.emotion} />
      <span>
        <span class="big reg">{view.words.emotion[main.emotion]}</span>
        {reason && (
          <small>
            <bdi>{reasonLabel(touchpoint, reason, view.language)}</bdi>
          </small>
        )}
      </span>
    </div>
  );
}

/** Since the period before, where that was asked for; otherwise since when it is as it is. */
function WhatChanged({
  view: { words, figures, dates },
  row,
  movement,
}: Pick<RankingRowProps, 'view' | 'row' | 'movement'>) {
  if (row.change) {
    if (!row.change.enough) return row.enough ? <small>{words.changeTooFew}</small> : null;
    const { valence } = row.change;
    return (
      <small>
        <span class={valence.significant ? tone(valence.value < 0) : undefined}>
          {Math.round(valence.value) !== 0 && <Arrow isUp={valence.value > 0} />} {figures.signed(valence.value)}
        </span>{' '}
        {valence.significant ? words.changeStandsOut : words.changeMayBeChance}
      </small>
    );
  }
  if (!movement) return null;
  const way = wayOf(movement);
  return (
    <small>
      <span class={movement.figure === 'valence' ? tone(way === 'worse') : undefined}>
        <Arrow isUp={movement.after > movement.before} />
      </span>{' '}
      {words.movedShort(way, dates.shortDay(movement.bucket), isDaySure(movement))}
    </small>
  );
}

const tone = (isWorse: boolean) => (isWorse ? 'neg' : 'pos');

const Arrow = ({ isUp }: { isUp: boolean }) => <span aria-hidden="true">{isUp ? '▲' : '▼'}</span>;

/** What keeps a touchpoint from having a figure, and how long that lasts if people answer as they do. */
function whatIsMissing(view: View, row: TouchpointRow, daysPassed: number): string {
  const { words, figures } = view;
  const { passed, shown, answered, unrated, n } = row;
  if (answered > 0 && answered === unrated) return words.withoutStrength;
  if (answered > 0) {
    const more = fewestAnswers - n;
    const days = daysUntil(more, answered, daysPassed);
    return (n < answered ? words.moreRated : words.moreAnswers)(more) + (days === null ? '' : words.atThisPace(days));
  }
  if (isRated(row)) return words.ratedOnly;
  // Passes have no segment and no version: what passed is no evidence of it.
  if (isFiltered(view)) return words.noneOfThese;
  if (shown > 0) return words.shownUnanswered(shown, figures.whole(shown));
  return passed > 0 ? words.passedUnasked(passed, figures.whole(passed)) : words.notHeard;
}
