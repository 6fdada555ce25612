import { promptLatencyBin } from '@vivencia/contract/latency';
import { touchpointScore } from '../../scoring/touchpointScore.ts';
import { answersOf } from '../../stats/answerCounts.ts';
import { histogram } from '../../stats/histogram.ts';
import type { TallyCount } from '../../tally/tallyCount.ts';
import { percent } from '../kit/percent.ts';
import type { View } from '../kit/view.ts';
import { Plain } from './plainTable.tsx';

/** How soon people answered, and what those who did so within 20 minutes felt beside all. */
export const Soon = ({ view, counts }: { view: View; counts: readonly TallyCount[] }) => {
  const { words, figures } = view;
  const own = words.touchpointPage;
  const { latency } = histogram(counts);
  const all = latency.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p class="lead">{own.noAnswersHere}</p>;
  const most = Math.max(...latency.map(({ count }) => count));
  const heard = latency.filter(({ count }) => count > 0);
  return (
    <>
      <p class="lead">{own.soonLead(figures.percent((latency[promptLatencyBin]?.count ?? 0) / all))}</p>
      <Plain view={view} label={own.soon}>
        <thead>
          <tr>
            <th scope="col">{own.time}</th>
            <th class="num" scope="col">
              {words.answersLabel}
            </th>
            <th class="plotcell" scope="col">
              <span class="hide">{own.share}</span>
            </th>
            <th class="num" scope="col">
              {own.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {heard.map(({ bin, count, weight }) => (
            <tr>
              <th scope="row">{own.bins[bin]}</th>
              <td class="num">{figures.whole(count)}</td>
              <td class="plotcell">
                <svg class="chart thinbar" aria-hidden="true">
                  <rect class="z" width={percent(count / most)} height="100%" />
                </svg>
              </td>
              <td class="num">{figures.percent(weight)}</td>
            </tr>
          ))}
        </tbody>
      </Plain>
      <dl>
        <ScoreOf view={view} name={own.soonAll} counts={answersOf(counts, undefined)} />
        <ScoreOf view={view} name={own.soonPrompt} counts={answersOf(counts, 'prompt')} />
      </dl>
      <p class="legend">{own.weightNote}</p>
    </>
  );
};

function ScoreOf({ view, name, counts }: { view: View; name: string; counts: readonly TallyCount[] }) {
  const { words, figures } = view;
  const { enough, intensity, valence } = touchpointScore(counts);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {enough ? (
          <>
            <b>{figures.whole(intensity.value)}</b> ({figures.interval(intensity)})
            <small>
              {words.emotionalBalance} {figures.signed(valence.value)}
            </small>
          </>
        ) : (
          words.tooFew
        )}
      </dd>
    </div>
  );
}
