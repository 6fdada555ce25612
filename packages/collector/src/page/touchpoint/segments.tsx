import type { Estimate } from '../../scoring/interval.ts';
import type { SegmentFigures, SegmentScores } from '../../stats/segmentScores.ts';
import { percent } from '../kit/percent.ts';
import { segmentName, segmentValue } from '../kit/segmentWords.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import type { View } from '../kit/view.ts';
import { MixWarning } from './mixWarning.tsx';
import { Plain } from './plainTable.tsx';
import type { SegmentReading } from './readSegments.ts';

interface SegmentsProps {
  view: View;
  touchpoint: string;
  reading: SegmentReading;
}

/** Every segment's values side by side, and a warning where their mix misleads. */
export const Segments = ({ view, touchpoint, reading }: SegmentsProps) => {
  const own = view.words.touchpointPage;
  const comparable = reading.segments.filter(({ values }) => values.length > 1);
  if (comparable.length === 0) {
    return <p class="lead">{reading.segments.length === 0 ? own.segmentsNone : own.segmentsSame}</p>;
  }
  return (
    <>
      {view.kept.segment && <p class="legend">{own.segmentsUnfiltered}</p>}
      {comparable.map((segment) => {
        // One warning for a pair says all: the next would be of the same people.
        const [warning] = reading.reversals.filter((reversal) => reversal.segment === segment.name);
        return (
          <div class="segment">
            <h3>
              <bdi>{segmentName(view, segment.name)}</bdi>
            </h3>
            {warning && <MixWarning view={view} reversal={warning} reading={reading} />}
            <SideBySide view={view} touchpoint={touchpoint} segment={segment} />
          </div>
        );
      })}
    </>
  );
};

function SideBySide({ view, touchpoint, segment }: { view: View; touchpoint: string; segment: SegmentScores }) {
  const { words } = view;
  const own = words.touchpointPage;
  const { name, values, others } = segment;
  return (
    <Plain view={view} label={`${own.segments}: ${segmentName(view, name)}`}>
      <thead>
        <tr>
          <th scope="col">{own.value}</th>
          <th class="num" scope="col">
            {words.answersLabel}
          </th>
          <th class="num" scope="col">
            {words.intensity}
          </th>
          <th class="num" scope="col">
            {words.emotionalBalance}
          </th>
          <td class="plotcell">
            <svg class="axis" height="14" aria-hidden="true">
              <text x="0" y="11">
                −100
              </text>
              <text x="50%" y="11" text-anchor="middle">
                0
              </text>
              <text x="100%" y="11" text-anchor="end">
                +100
              </text>
            </svg>
          </td>
        </tr>
      </thead>
      <tbody>
        {values.map((each) => (
          <tr>
            <th scope="row">
              <a
                href={view.link(touchpointPath(touchpoint), { segment: `${name}:${each.value}` })}
                aria-current={view.kept.segment === `${name}:${each.value}` ? 'true' : undefined}
              >
                <bdi>{segmentValue(view, name, each.value)}</bdi>
              </a>
            </th>
            <Figures view={view} of={each} />
          </tr>
        ))}
        {others && (
          <tr>
            <th scope="row">{own.others(others.values)}</th>
            <Figures view={view} of={others} />
          </tr>
        )}
      </tbody>
    </Plain>
  );
}

function Figures({ view: { words, figures }, of }: { view: View; of: SegmentFigures }) {
  return (
    <>
      <td class="num">{figures.whole(of.answered)}</td>
      <td class="num">
        {of.enough ? (
          <>
            {figures.whole(of.intensity.value)} <small class="beside">{figures.interval(of.intensity)}</small>
          </>
        ) : (
          <small>{words.tooFew}</small>
        )}
      </td>
      <td class="num">
        {of.enough && (
          <>
            {figures.signed(of.valence.value)} <small class="beside">{figures.signedInterval(of.valence)}</small>
          </>
        )}
      </td>
      <td class="plotcell">{of.enough && <Whisker of={of.valence} />}</td>
    </>
  );
}

const at = (balance: number) => percent((balance + 100) / 200);

/** Balance with its interval, from −100 at the left to +100. */
const Whisker = ({ of }: { of: Estimate }) => (
  <svg class="chart" height="22" aria-hidden="true">
    <line class="zero" x1="50%" x2="50%" y1="0" y2="22" />
    <line class="whisk" x1={at(of.low)} x2={at(of.high)} y1="11" y2="11" />
    <circle class={of.value < 0 ? 'n' : 'p'} cx={at(of.value)} cy="11" r="5" />
  </svg>
);
