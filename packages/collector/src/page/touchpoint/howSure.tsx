import type { Movement } from '../../stats/movements.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { Ratings, ScoreFigures } from '../kit/scoreFigures.tsx';
import type { View } from '../kit/view.ts';

interface HowSureProps {
  view: View;
  row: TouchpointRow;
  movement: Movement | null;
}

/** What stands behind the headline's figures. */
export const HowSure = ({ view, row, movement }: HowSureProps) => (
  <details class="more" id="how-sure">
    <summary>{view.words.howSure}</summary>
    <dl>
      <ScoreFigures view={view} row={row} movement={movement} />
      <Ratings view={view} row={row} />
    </dl>
    {view.words.about.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </details>
);
