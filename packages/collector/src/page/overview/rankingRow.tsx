import { fewestAnswers } from '../../scoring/enoughAnswers.ts';
import type { Interval } from '../../scoring/interval.ts';
import { responseRate } from '../../stats/participation.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import type { Touchpoint } from '../../store/site.ts';
import type { TouchpointTally } from '../../store/store.ts';
import { Face } from '../kit/faces.tsx';
import { reasonLabel } from '../kit/reasonLabel.ts';
import type { View } from '../kit/view.ts';
import { HowSure } from './howSure.tsx';
import { type BarScale, IntensityBar } from './intensityBar.tsx';
import { mainEmotion } from './mainEmotion.ts';
import { isRated } from './ratedRow.ts';

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
}

/** One touchpoint: a line of figures, and below it "How sure?". */
export const RankingRow = (props: RankingRowProps) => {
  const { view, row, ranked, isAskedDifferently, scale, tally, touchpoint } = props;
  const { words, figures } = view;
  const rate = responseRate(tally?.counts ?? []);
  return (
    <tbody class={row.enough ? undefined : 'thin'}>
      <tr>
        <td class="no">{row.enough && <Rank view={view} rank={row.rank} />}</td>
        <th scope="row">
          <bdi class="big">{row.title}</bdi>
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
          <td class="bar says">{whatIsMissing(view, row)}</td>
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
      </tr>
      <tr class="sure">
        <td colspan={3} />
        <td class="bar" colspan={3}>
          <HowSure {...{ view, row, ranked, isAskedDifferently, rate, touchpoint }} />
        </td>
      </tr>
    </tbody>
  );
};

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

/** What keeps a touchpoint from having a figure. */
function whatIsMissing({ words, figures }: View, row: TouchpointRow): string {
  const { passed, shown, answered, unrated, n } = row;
  if (answered > 0 && answered === unrated) return words.withoutStrength;
  if (answered > 0) return (unrated > 0 ? words.moreRated : words.moreAnswers)(fewestAnswers - n);
  if (isRated(row)) return words.ratedOnly;
  if (shown > 0) return words.shownUnanswered(shown, figures.whole(shown));
  return passed > 0 ? words.passedUnasked(passed, figures.whole(passed)) : words.notHeard;
}
