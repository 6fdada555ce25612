import { percent } from '../kit/percent.ts';
import type { View } from '../kit/view.ts';
import type { Words } from '../words/en.ts';
import type { ScoredRow } from './scoredRow.ts';

/** How far, in points of intensity, the bars of a table reach to the left and right of zero. */
export interface BarScale {
  left: number;
  right: number;
}

/** A side is never shorter than this, so that its name finds room above it. */
const shortestSide = 30;

/** One scale for all rows, just long enough for every bar and whisker. */
export function barScale(rows: readonly ScoredRow[]): BarScale {
  const ends = rows.map(barEnds);
  const reach = (points: number[]) => Math.max(shortestSide, ...points);
  return {
    left: reach(ends.map(({ from, whisker }) => -Math.min(from, whisker.from, whisker.to))),
    right: reach(ends.map(({ to, whisker }) => Math.max(to, whisker.from, whisker.to))),
  };
}

/**
 * A bar from −N to P is as long as the intensity. Its whisker stands at the longer end: there the bar would end if the
 * intensity were as low or as high as its interval says.
 */
function barEnds({ intensity, positive, negative }: ScoredRow) {
  const { value, low, high } = intensity;
  const whisker =
    positive >= negative
      ? { from: positive - (value - low), to: positive + (high - value) }
      : { from: -negative - (high - value), to: -negative + (value - low) };
  return { from: -negative, to: positive, whisker };
}

const placer =
  ({ left, right }: BarScale) =>
  (points: number) =>
    percent((left + points) / (left + right));

interface IntensityBarProps {
  view: View;
  row: ScoredRow;
  scale: BarScale;
}

/** Intensity split at zero: negative to the left, positive to the right, with a whisker for its interval. */
export function IntensityBar({ view: { words, figures }, row, scale }: IntensityBarProps) {
  const ends = barEnds(row);
  const at = placer(scale);
  const long = (points: number) => percent(points / (scale.left + scale.right));
  const title = words.barTitle(
    row.title,
    figures.whole(row.intensity.value),
    figures.interval(row.intensity),
    figures.whole(-ends.from),
    figures.whole(ends.to),
  );
  const { from, to } = ends.whisker;
  return (
    <svg class="chart" role="img" aria-label={title}>
      <title>{title}</title>
      <rect class="n" x={at(ends.from)} y="4" width={long(-ends.from)} height="14" rx="2.5" />
      <rect class="p" x={at(0)} y="4" width={long(ends.to)} height="14" rx="2.5" />
      <line class="zero" x1={at(0)} x2={at(0)} y1="0" y2="22" />
      {['halo', 'whisk'].map((name) => (
        <g class={name}>
          <line x1={at(from)} x2={at(to)} y1="11" y2="11" />
          <line x1={at(from)} x2={at(from)} y1="7.5" y2="14.5" />
          <line x1={at(to)} x2={at(to)} y1="7.5" y2="14.5" />
        </g>
      ))}
    </svg>
  );
}

/** Which side is which, above the bars' zero. */
export const AxisNames = ({ words, scale }: { words: Words; scale: BarScale }) => (
  <svg class="axis" height="16">
    <title>{`${words.negative}, ${words.positive}`}</title>
    <text x={placer(scale)(0)} y="10" dx="-8" text-anchor="end">
      {words.negative}
    </text>
    <text x={placer(scale)(0)} y="10" dx="8">
      {words.positive}
    </text>
  </svg>
);
