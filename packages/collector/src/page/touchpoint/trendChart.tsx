import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Estimate } from '../../scoring/interval.ts';
import { percent } from '../kit/percent.ts';

/** A point of a chart; one without an estimate is a gap. */
export interface ChartPoint {
  /** What stands below it. */
  label: string;
  estimate: Estimate | null;
}

/** A line across a chart, with what stands above it. */
export interface ChartMark {
  /** 0…1, from the left edge. */
  at: number;
  label: string;
}

interface TrendChartProps {
  points: readonly ChartPoint[];
  marks: readonly ChartMark[];
  /** Lowest and highest value of the scale: the whole of it, so that no change looks larger than it is. */
  domain: readonly [number, number];
  ticks: readonly number[];
  write: (value: number) => string;
  /** In pixels. */
  height: number;
  title: string;
  alternative: string;
}

/** Units across, which stretch with the page; texts and dots stand outside them, so that they do not. */
const across = 1000;
const topRoom = 16;
const bottomRoom = 22;
const mostLabels = 4;
/** On a phone: the first, the middle and the last. */
const mostNarrowLabels = 3;

const round = (x: number) => Math.round(x * 10) / 10;

/** A line with its 95% band. */
export const TrendChart = (props: TrendChartProps) => {
  const { points, marks, domain, ticks, write, height, title, alternative } = props;
  const place = (index: number) => (index + 0.5) / points.length;
  const y = scaleLinear([...domain], [height - bottomRoom, topRoom]);
  const at = (value: number) => round(y(value));
  const indexed = points.map(({ estimate }, index) => ({ index, estimate }));
  const has = ({ estimate }: { estimate: Estimate | null }) => estimate !== null;
  const x = ({ index }: { index: number }) => round(across * place(index));
  const curve = line<(typeof indexed)[number]>(x, ({ estimate }) => at(estimate?.value ?? 0)).defined(has)(indexed);
  const band = area<(typeof indexed)[number]>(
    x,
    ({ estimate }) => at(estimate?.low ?? 0),
    ({ estimate }) => at(estimate?.high ?? 0),
  ).defined(has)(indexed);
  const last = indexed.findLast(has);
  // A point between gaps has no line to either side.
  const lonely = indexed.filter(
    (point) => has(point) && !points[point.index - 1]?.estimate && !points[point.index + 1]?.estimate,
  );
  return (
    <figure class="trend">
      <figcaption>{title}</figcaption>
      <svg class="scale" width="34" height={height} aria-hidden="true">
        {ticks.map((tick) => (
          <text x="0" y={at(tick) + 4}>
            {write(tick)}
          </text>
        ))}
      </svg>
      <svg class="plot" height={height} role="img" aria-label={alternative}>
        {ticks.map((tick) => (
          <line class="rule" x1="0" x2="100%" y1={at(tick)} y2={at(tick)} />
        ))}
        <svg
          aria-hidden="true"
          x="0"
          y="0"
          width="100%"
          height={height}
          viewBox={`0 0 ${across} ${height}`}
          preserveAspectRatio="none"
        >
          {band && <path class="band" d={band} />}
          {curve && <path class="curve" d={curve} />}
        </svg>
        {lonely.map(({ index, estimate }) => (
          <>
            <line
              class="whisk"
              x1={percent(place(index))}
              x2={percent(place(index))}
              y1={at(estimate?.low ?? 0)}
              y2={at(estimate?.high ?? 0)}
            />
            <circle class="point" cx={percent(place(index))} cy={at(estimate?.value ?? 0)} r="3" />
          </>
        ))}
        {last && <circle class="point" cx={percent(place(last.index))} cy={at(last.estimate?.value ?? 0)} r="3.5" />}
        {marks.map((mark) => (
          <>
            <line class="mark" x1={percent(mark.at)} x2={percent(mark.at)} y1={topRoom} y2={height - bottomRoom} />
            <text class="mark" x={percent(mark.at)} y="11" text-anchor="middle">
              {mark.label}
            </text>
          </>
        ))}
        {labelled(points.length).map(({ index, room }) => (
          <text class={room} x={percent(place(index))} y={height - 5} text-anchor={anchorOf(index, points.length)}>
            {points[index]?.label}
          </text>
        ))}
      </svg>
    </figure>
  );
};

/** So many of the points, evenly, the first and the last among them. */
function spread(count: number, most: number): number[] {
  const labels = Math.min(most, count);
  return Array.from({ length: labels }, (_, label) => Math.round((label * (count - 1)) / Math.max(1, labels - 1)));
}

/** The points that have a label: some only where the page has room for it, some only where it has not. */
function labelled(count: number): { index: number; room?: 'roomy' | 'tight' }[] {
  const wide = spread(count, mostLabels);
  const narrow = spread(count, mostNarrowLabels);
  return [...new Set([...wide, ...narrow])].map((index) => {
    if (!narrow.includes(index)) return { index, room: 'roomy' };
    return wide.includes(index) ? { index } : { index, room: 'tight' };
  });
}

const anchorOf = (index: number, count: number) =>
  count === 1 ? 'middle' : index === 0 ? 'start' : index === count - 1 ? 'end' : 'middle';
