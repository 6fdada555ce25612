import type { Emotion } from '@vivencia/contract/emotion';
import type { Context } from 'hono';
import { type ReadScores, readScores } from '../../stats/readScores.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { readChosen } from '../kit/chosenAnswers.ts';
import { answerCsv, type Cell, rounded } from '../kit/csv.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import type { View } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';

/** GET /ranking.csv: the overview's table, of the same answers. An address that cannot be read leads to the page that says so. */
export const rankingCsv =
  ({ store, now }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { view } = visit;
    const asked = { ...view.kept };
    const { found, chosen } = await readChosen(c.req.query(), visit, now(), (parameters) =>
      readScores(store, visit.site, parameters, now()),
    );
    if (chosen.misread.length > 0) return c.redirect(view.link('/', asked), 303);
    const { from, to } = found.report.period;
    return answerCsv(c, `ranking-${[from, to].map((each) => each.slice(0, 10)).join('-')}`, rankingTable(view, found));
  };

type Column = [name: string, of: (row: TouchpointRow) => Cell];

function rankingTable(view: View, { report, touchpoints }: ReadScores): Cell[][] {
  const { words } = view;
  const settings = new Map(touchpoints.map((touchpoint) => [touchpoint.key, touchpoint]));
  const bounds = words.csv;
  const columns: Column[] = [
    [bounds.rankLow, ({ rank }) => rank?.low ?? null],
    [bounds.rankHigh, ({ rank }) => rank?.high ?? null],
    [bounds.key, ({ touchpoint }) => touchpoint],
    [words.touchpoint, ({ title }) => title],
    [bounds.stage, ({ stage }) => stage && words.stage[stage]],
    [words.emotionalIntensity, ({ intensity }) => rounded(intensity?.value)],
    [bounds.low(words.emotionalIntensity), ({ intensity }) => rounded(intensity?.low)],
    [bounds.high(words.emotionalIntensity), ({ intensity }) => rounded(intensity?.high)],
    [words.shrunk, ({ intensity }) => rounded(intensity?.shrunk)],
    [words.emotionalBalance, ({ valence }) => rounded(valence?.value)],
    [bounds.low(words.emotionalBalance), ({ valence }) => rounded(valence?.low)],
    [bounds.high(words.emotionalBalance), ({ valence }) => rounded(valence?.high)],
    [words.negative, ({ negative }) => rounded(negative)],
    [words.positive, ({ positive }) => rounded(positive)],
    [words.emotionMix, ({ emotions }) => mix(emotions, (emotion) => words.emotion[emotion as Emotion])],
    [
      words.reasonMix,
      ({ touchpoint, reasons }) => mix(reasons, (key) => reasonLabel(settings.get(touchpoint), key, view.language)),
    ],
    [words.answered, ({ answered }) => answered],
    [words.counted, ({ n }) => n],
    [words.effective, ({ nEff }) => rounded(nEff)],
    [words.unrated, ({ unrated }) => unrated],
    [words.shown, ({ shown }) => shown],
    [words.dismissed, ({ dismissed }) => dismissed],
    [words.abandoned, ({ abandoned }) => abandoned],
    [words.passed, ({ passed }) => passed],
    ...(report.before ? changeColumns(view) : []),
  ];
  return [columns.map(([name]) => name), ...report.touchpoints.map((row) => columns.map(([, of]) => of(row)))];
}

function changeColumns({ words }: View): Column[] {
  const { low, high, change } = words.csv;
  return (['intensity', 'valence'] as const).flatMap((figure): Column[] => {
    const name = change(figure === 'intensity' ? words.emotionalIntensity : words.emotionalBalance);
    return [
      [name, (row) => rounded(row.change?.[figure]?.value)],
      [low(name), (row) => rounded(row.change?.[figure]?.low)],
      [high(name), (row) => rounded(row.change?.[figure]?.high)],
    ];
  });
}

const mix = (counts: Record<string, number>, name: (key: string) => string) =>
  Object.entries(counts)
    .map(([key, count]) => `${name(key)} ${count}`)
    .join('; ');
