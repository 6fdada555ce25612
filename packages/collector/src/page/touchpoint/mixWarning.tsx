import type { Reversal } from '../../stats/simpson.ts';
import { segmentName, segmentValue } from '../kit/segmentWords.ts';
import type { View } from '../kit/view.ts';
import { Plain } from './plainTable.tsx';
import { mostLooked, type SegmentReading } from './readSegments.ts';

interface MixWarningProps {
  view: View;
  reversal: Reversal;
  reading: SegmentReading;
}

/** Simpson's paradox in one sentence, with the figures behind it. */
export const MixWarning = ({ view, reversal, reading }: MixWarningProps) => {
  const { words, figures } = view;
  const own = words.touchpointPage;
  const { segment, higher, lower, by, measure, overall, standardised, strata } = reversal;
  const write = measure === 'valence' ? figures.signed : figures.whole;
  const interval = measure === 'valence' ? figures.signedInterval : figures.interval;
  const [high, low] = [higher, lower].map((value) => segmentValue(view, segment, value)) as [string, string];
  const figureOf = (value: string) => {
    const found = reading.segments.find(({ name }) => name === segment)?.values.find((each) => each.value === value);
    return write(found?.[measure]?.value ?? Number.NaN);
  };
  const sentence = measure === 'valence' ? own.mixValence : own.mixIntensity;
  const points = (difference: typeof overall) =>
    `${figures.signed(difference.value)} (${figures.signedInterval(difference)})`;
  const cut = reading.isCut && ` ${own.mixCut(figures.whole(mostLooked))}`;
  return (
    <div class="note mix">
      <p>
        <b>{own.mixTitle}</b>{' '}
        {sentence(
          <bdi>{high}</bdi>,
          <bdi>{low}</bdi>,
          <bdi>{segmentName(view, by)}</bdi>,
          figureOf(higher),
          figureOf(lower),
        )}
      </p>
      <details class="more">
        <summary>{words.howSure}</summary>
        <p>{own.mixFigures(points(overall), points(standardised))}</p>
        <p>
          {own.mixLooked(words.answers(reading.compared, figures.whole(reading.compared)))}
          {cut}
        </p>
        <Plain view={view} label={`${own.strata}: ${segmentName(view, by)}`}>
          <thead>
            <tr>
              <th scope="col">{segmentName(view, by)}</th>
              <th class="num" scope="col">
                {high}
              </th>
              <th class="num" scope="col">
                {words.answersLabel}
              </th>
              <th class="num" scope="col">
                {low}
              </th>
              <th class="num" scope="col">
                {words.answersLabel}
              </th>
            </tr>
          </thead>
          <tbody>
            {strata.map((stratum) => (
              <tr>
                <th scope="row">
                  <bdi>{segmentValue(view, by, stratum.value)}</bdi>
                </th>
                {[stratum.higher, stratum.lower].map((side) => (
                  <>
                    <td class="num">
                      {write(side.value)} ({interval(side)})
                    </td>
                    <td class="num">{figures.whole(side.n)}</td>
                  </>
                ))}
              </tr>
            ))}
          </tbody>
        </Plain>
      </details>
    </div>
  );
};
