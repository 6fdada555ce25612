import type { ReadScores } from '../../stats/readScores.ts';
import type { Site } from '../../store/site.ts';
import { ScriptTag } from '../kit/snippet.tsx';
import { isFiltered, Unfilter } from '../kit/unfilter.tsx';
import type { View } from '../kit/view.ts';
import { Example } from './example.tsx';
import { Nothing } from './nothing.tsx';

interface UnheardProps {
  view: View;
  site: Site;
  scores: ReadScores;
  /** Whether the site has never been heard of, in any period. */
  isNew: boolean;
  /** Whether the whole period is still to come. */
  isAhead: boolean;
  isShared: boolean;
}

/** What an overview without answers says, and what to do next. */
export function Unheard(props: UnheardProps) {
  const { view, site, scores, isNew, isAhead, isShared } = props;
  const { words, figures } = view;
  const shown = scores.report.touchpoints.reduce((sum, row) => sum + row.shown, 0);
  if (isNew) return <New {...props} />;
  if (isAhead) return <Nothing title={words.aheadTitle}>{words.aheadLead}</Nothing>;
  if (isFiltered(view)) {
    return (
      <Nothing title={`${words.noneOfThese}.`}>
        <Unfilter view={view} path="/" isFixed={isShared} />
      </Nothing>
    );
  }
  if (shown > 0) {
    return <Nothing title={words.unansweredTitle}>{words.unansweredLead(shown, figures.whole(shown))}</Nothing>;
  }
  return (
    <>
      <Nothing title={words.unansweredTitle}>{words.unheardLead}</Nothing>
      <ScriptTag view={view} site={site} />
    </>
  );
}

const New = ({ view, site }: UnheardProps) => {
  const { words, link } = view;
  return (
    <>
      <Nothing title={words.emptyTitle}>{words.emptyLead}</Nothing>
      <p class="step">{words.emptyNext}</p>
      <ScriptTag view={view} site={site} />
      <p class="lead">
        {words.emptyThen} <a href={link('/install')}>{words.emptyInstall}</a>
      </p>
      <Example view={view} />
    </>
  );
};
