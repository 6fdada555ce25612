import type { Movements } from '../../stats/readMovements.ts';
import type { ReadScores } from '../../stats/readScores.ts';
import type { Site } from '../../store/site.ts';
import { isRated } from '../kit/ratedRow.ts';
import type { View } from '../kit/view.ts';
import { Nothing } from './nothing.tsx';
import { isScored } from './scoredRow.ts';
import { Unheard } from './unheard.tsx';
import { Verdict } from './verdict.tsx';

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
  isShared: boolean;
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
