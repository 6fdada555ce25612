import { scaleLinear, scaleSqrt } from 'd3-scale';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { percent } from '../kit/percent.ts';
import { isFiltered } from '../kit/unfilter.tsx';
import type { View } from '../kit/view.ts';
import type { Journey, JourneyStage } from './journeyPoints.ts';
import { isScored, type ScoredRow } from './scoredRow.ts';
import { toneOfBalance } from './sparkline.tsx';

const height = 216;
const fieldTop = 4;
const fieldEnd = 212;
/** Room for the stage's name above, and for a dot below. */
const plot: [number, number] = [54, 186];
/** Points of balance from zero to either edge, at least: a small wave stays small. */
const leastReach = 40;
const radius: [number, number] = [5, 14];

interface Placed {
  row: TouchpointRow;
  stage: JourneyStage['stage'];
  /** 0…1, from the left edge. */
  x: number;
}

/** The journey's line through dots, as wide as there is room; the touchpoints' names stand below it. */
export function JourneyChart({ view, journey }: { view: View; journey: Journey }) {
  const { words } = view;
  const all = journey.stages.flatMap(({ stage, rows }) => rows.map((row) => ({ row, stage })));
  const step = 1 / all.length;
  const placed: Placed[] = all.map((each, place) => ({ ...each, x: (place + 0.5) * step }));
  const scored = placed.filter((each): each is Placed & { row: ScoredRow } => isScored(each.row));
  const reach = Math.max(leastReach, ...scored.flatMap(({ row: { valence } }) => [-valence.low, valence.high]));
  const y = scaleLinear([reach, -reach], plot);
  const size = scaleSqrt([0, Math.max(1, ...scored.map(({ row }) => row.answered))], radius);
  const onTheWay = scored.filter(({ stage }) => stage !== 'none');
  const label = scored
    .map(({ row }) => words.journey.point(row.title, view.figures.signed(row.valence.value)))
    .join(', ');
  return (
    <svg class="way" role="img" aria-label={`${words.journey.title}: ${label}`} height={height}>
      <title>{`${words.journey.title}: ${label}`}</title>
      {fieldsFor(journey.stages, step).map(({ stage, from, width }) => (
        <>
          <rect
            class="field"
            x={percent(from)}
            y={fieldTop}
            width={percent(width)}
            height={fieldEnd - fieldTop}
            rx="14"
          />
          <text class="stage" x={percent(from)} dx="16" y={fieldTop + 22}>
            {words.journey.stage[stage]}
          </text>
        </>
      ))}
      <line class="zero" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
      {onTheWay.slice(1).map((to, place) => {
        const from = onTheWay[place] as (typeof onTheWay)[number];
        const ends = { x1: percent(from.x), y1: fixed(y(from.row.valence.value)) };
        return <line class="path" {...ends} x2={percent(to.x)} y2={fixed(y(to.row.valence.value))} />;
      })}
      {placed.map(({ row, x }) =>
        isScored(row) ? (
          <Heard {...{ view, row, x, y, r: size(row.answered) }} />
        ) : (
          <Silent view={view} row={row} x={x} y={y(0)} />
        ),
      )}
    </svg>
  );
}

interface HeardProps {
  view: View;
  row: ScoredRow;
  x: number;
  y: (balance: number) => number;
  r: number;
}

function Heard({ view, row: { valence }, x, y, r }: HeardProps) {
  const at = percent(x);
  const cy = y(valence.value);
  return (
    <g class={toneOfBalance(valence.value)}>
      <line class="reach" x1={at} x2={at} y1={fixed(y(valence.high))} y2={fixed(y(valence.low))} />
      <circle cx={at} cy={fixed(cy)} r={fixed(r)} />
      <text class="value" x={at} dx={fixed(r + 5)} y={fixed(cy - 6)}>
        {view.figures.signed(valence.value)}
      </text>
    </g>
  );
}

/** Not heard, or of so few that there is no figure. */
const Silent = ({ view, row, x, y }: { view: View; row: TouchpointRow; x: number; y: number }) => (
  <g class="silent">
    <circle cx={percent(x)} cy={y} r="8" />
    <text x={percent(x)} y={y - 18} text-anchor="middle">
      {row.answered === 0
        ? view.words.journey[isFiltered(view) || row.shown + row.passed > 0 ? 'noAnswers' : 'notHeard']
        : view.words.answers(row.answered, view.figures.whole(row.answered))}
    </text>
  </g>
);

function fieldsFor(stages: readonly JourneyStage[], step: number) {
  let from = 0;
  return stages.map(({ stage, rows }) => {
    const field = { stage, from, width: rows.length * step };
    from += field.width;
    return field;
  });
}

const fixed = (x: number) => x.toFixed(1);
