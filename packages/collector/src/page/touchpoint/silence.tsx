import { participation } from '../../stats/participation.ts';
import type { PassCount } from '../../store/pass.ts';
import type { TallyCount } from '../../tally/tallyCount.ts';
import { percent } from '../kit/percent.ts';
import type { View } from '../kit/view.ts';
import { Plain } from './plainTable.tsx';

interface SilenceProps {
  view: View;
  counts: readonly TallyCount[];
  passes: readonly PassCount[];
  /** Prompts that were shown to anybody, where the counts are of some answers only, as passes never are. */
  shownToAll: number | null;
}

/** What became of the interactions that passed: who was asked, and who said nothing. */
export const Silence = ({ view, counts, passes, shownToAll }: SilenceProps) => {
  const { words, figures } = view;
  const own = words.touchpointPage;
  const { shown, answered, promptedAnswers } = participation(counts);
  const fates = fatesOf(counts);
  const sum = (outcome: PassCount['outcome']) =>
    passes.filter((pass) => pass.outcome === outcome).reduce((total, { count }) => total + count, 0);
  const [asked, suppressed] = [sum('asked'), sum('suppressed')];
  const recorded = sum('recorded');
  const passed = asked + suppressed + recorded;
  const allAsked = Math.max(asked, shownToAll ?? shown);
  const chain = [
    ['passed', passed],
    // What a backend told of counts once, as that: where a page asked about it, it was shown.
    ['asked', allAsked],
    ['shown', shown],
    ['answered', promptedAnswers],
  ] as const;
  return (
    <>
      <p class="lead">
        {shown > 0
          ? own.silenceLead(shown, figures.whole(shown), figures.percent(promptedAnswers / shown))
          : own.silenceUnshown}
      </p>
      {passed > 0 && (
        <ol class="chain">
          {chain.map(([name, count]) => (
            <li>
              <b>{figures.whole(count)}</b> {own.chain(count)[name]}
            </li>
          ))}
        </ol>
      )}
      {shown > 0 && (
        <>
          <FateBar fates={fates} shown={shown} />
          <Plain view={view} label={own.silence}>
            <thead class="hide">
              <tr>
                <th scope="col">{own.silence}</th>
                <th scope="col">{own.people}</th>
                <th scope="col">{own.share}</th>
              </tr>
            </thead>
            <tbody>
              {fates.map(({ fate, count }) => (
                <tr>
                  <th scope="row">
                    <span class={`key f-${fate}`} aria-hidden="true" /> {own.fate[fate]}
                  </th>
                  <td class="num">{figures.whole(count)}</td>
                  <td class="num">{figures.percent(count / shown)}</td>
                </tr>
              ))}
            </tbody>
          </Plain>
        </>
      )}
      {suppressed > 0 && (
        <details class="more">
          <summary>{own.suppressed(suppressed, figures.whole(suppressed))}…</summary>
          <ul class="plainlist">
            {passes.map(
              ({ reason, count }) =>
                reason && (
                  <li>
                    <b>{figures.whole(count)}</b> {own.suppression[reason]}
                  </li>
                ),
            )}
          </ul>
        </details>
      )}
      {recorded > 0 && <p class="legend">{own.recorded(figures.whole(recorded))}</p>}
      {passed > 0 && allAsked > passed && <p class="legend">{own.askedMore}</p>}
      {answered > promptedAnswers && <p class="legend">{own.backendToo}</p>}
      {shownToAll !== null && passes.length > 0 && <p class="legend">{own.passesUnfiltered}</p>}
    </>
  );
};

type Fate = 'answered' | 'rated' | 'abandoned' | 'dismissed' | 'unmoved';

/** What became of every prompt that was shown, in the order of the bar; together they are all of them. */
function fatesOf(counts: readonly TallyCount[]): { fate: Fate; count: number }[] {
  const found: Record<Fate, number> = { answered: 0, rated: 0, abandoned: 0, dismissed: 0, unmoved: 0 };
  for (const { scale, status, emotion, prompted, count } of counts) {
    if (scale !== 'felt' || !prompted) continue;
    if (status === 'answered') found[emotion === null ? 'rated' : 'answered'] += count;
    else found[status === 'shown' ? 'unmoved' : status] += count;
  }
  return (Object.entries(found) as [Fate, number][])
    .filter(([fate, count]) => count > 0 || fate === 'answered')
    .map(([fate, count]) => ({ fate, count }));
}

const FateBar = ({ fates, shown }: { fates: { fate: Fate; count: number }[]; shown: number }) => {
  let from = 0;
  return (
    <svg class="chart fates" aria-hidden="true">
      {fates.map(({ fate, count }) => {
        const x = from;
        from += count / shown;
        return count > 0 && <rect class={`f-${fate}`} x={percent(x)} width={percent(count / shown)} height="100%" />;
      })}
    </svg>
  );
};
