import { type Emotion, emotions } from '@vivencia/contract/emotion';
import type { Histogram } from '../../stats/histogram.ts';
import { Face, toneOf } from '../kit/faces.tsx';
import type { View } from '../kit/view.ts';
import { Plain } from './plainTable.tsx';

const strengths = [1, 2, 3, 4, 5, null] as const;
/** Shades of a sign's colour, see the style. */
const shades = 5;

/** How often each emotion was felt how strongly: counts, shaded by their share. */
export const HeatGrid = ({ view, cells }: { view: View; cells: Histogram['cells'] }) => {
  const { words, figures } = view;
  const own = words.touchpointPage;
  const count = (emotion: Emotion | null, strength: number | null | undefined) =>
    cells
      .filter(
        (cell) =>
          (emotion === null || cell.emotion === emotion) && (strength === undefined || cell.strength === strength),
      )
      .reduce((sum, cell) => sum + cell.count, 0);
  const felt = emotions.filter((emotion) => count(emotion, undefined) > 0);
  // Where everybody said how strongly, a column of nothing says nothing.
  const columns = strengths.filter((strength) => strength !== null || count(null, null) > 0);
  const most = Math.max(...cells.map((cell) => cell.count));
  const shade = (emotion: Emotion, n: number) =>
    n === 0 ? 'none' : `heat ${toneOf(emotion)} h${Math.ceil((shades * n) / most)}`;
  const name = (strength: (typeof strengths)[number]) =>
    strength === null ? own.strengthUnsaid : own.strength[strength];
  return (
    <>
      <Plain view={view} label={own.felt}>
        <thead>
          <tr>
            <th scope="col">
              <span class="hide">{words.emotionMix}</span>
            </th>
            {columns.map((strength) => (
              <th class="num" scope="col">
                {name(strength)}
              </th>
            ))}
            <th class="num" scope="col">
              {own.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {felt.map((emotion) => (
            <tr>
              <th scope="row">
                <span class="felt">
                  <Face emotion={emotion} /> {words.emotion[emotion]}
                </span>
              </th>
              {columns.map((strength) => {
                const n = count(emotion, strength);
                return <td class={`num ${shade(emotion, n)}`}>{figures.whole(n)}</td>;
              })}
              <td class="num">
                <b>{figures.whole(count(emotion, undefined))}</b>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{own.total}</th>
            {columns.map((strength) => (
              <td class="num">{figures.whole(count(null, strength))}</td>
            ))}
            <td class="num">
              <b>{figures.whole(count(null, undefined))}</b>
            </td>
          </tr>
        </tfoot>
      </Plain>
      <p class="legend">{own.feltNote}</p>
    </>
  );
};
