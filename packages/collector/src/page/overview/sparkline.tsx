import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Movements } from '../../stats/readMovements.ts';
import type { FeltSums } from '../../store/series.ts';
import type { View } from '../kit/view.ts';

const width = 84;
const height = 26;
/** So that the last point's dot is not cut off. */
const edge = 4;
/** A point of fewer answers would draw chance. */
const fewestInPoint = 3;
const mostPoints = 12;
/** Two would make any difference look like a trend. */
const fewestPoints = 3;
/** Points of balance between top and bottom, at least: a small wave stays small. */
const leastSpan = 60;

export type SparkPoints = readonly Point[];

interface Point {
  /** 0…1 along the window */
  time: number;
  /** Emotional balance, −100…100 */
  balance: number;
}

/** A touchpoint's emotional balance over the window, in equal stretches; `null` where they are too few. */
export function sparkPoints(sums: readonly FeltSums[], window: Movements['window']): Point[] | null {
  const { first, last } = window.hours ?? { first: window.fromDay, last: window.toDay };
  const buckets = last - first + 1;
  const count = Math.min(mostPoints, buckets);
  const points: Point[] = [];
  for (let place = 0; place < count; place++) {
    const [from, to] = [first + (buckets * place) / count, first + (buckets * (place + 1)) / count];
    let [n, w, ws] = [0, 0, 0];
    for (const each of sums) {
      if (each.bucket < from || each.bucket >= to) continue;
      n += each.n;
      w += each.w;
      ws += each.ws;
    }
    if (n >= fewestInPoint) points.push({ time: (place + 0.5) / count, balance: (100 * ws) / w });
  }
  return points.length >= fewestPoints ? points : null;
}

/** One scale for all lines of a table. */
export function sparkSpan(lines: readonly (readonly Point[])[]): [number, number] {
  const all = lines.flat().map(({ balance }) => balance);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const missing = Math.max(0, leastSpan - (high - low)) / 2;
  return [low - missing, high + missing];
}

interface SparklineProps {
  view: View;
  title: string;
  points: readonly Point[];
  span: [number, number];
}

/** A small line of a touchpoint's emotional balance, its last point marked. */
export function Sparkline({ view: { words, figures }, title, points, span }: SparklineProps) {
  const x = scaleLinear([0, 1], [edge, width - edge]);
  const y = scaleLinear(span, [height - edge, edge]);
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const label = words.trendTitle(title, figures.signed(first.balance), figures.signed(last.balance));
  const path = line<Point>(
    ({ time }) => x(time),
    ({ balance }) => y(balance),
  ).digits(1)([...points]);
  return (
    <svg class="spark" role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{label}</title>
      <path d={path ?? ''} />
      <circle class={toneOfBalance(last.balance)} cx={x(last.time).toFixed(1)} cy={y(last.balance).toFixed(1)} r="3" />
    </svg>
  );
}

/** What is hardly one way or the other has the neutral colour. */
export const toneOfBalance = (balance: number) => (balance > 3 ? 'pos' : balance < -3 ? 'neg' : 'neu');
