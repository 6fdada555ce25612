import type { Context } from 'hono';
import type { Estimate } from '../../scoring/interval.ts';
import { checkSegment } from '../../stats/checkSegment.ts';
import { readHistogram } from '../../stats/readHistogram.ts';
import { readScoresQuery, type ScoresParameters } from '../../stats/scoresQuery.ts';
import type { SegmentFigures } from '../../stats/segmentScores.ts';
import { periodOf, type Window } from '../../stats/window.ts';
import type { Touchpoint } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import { readChosen } from '../kit/chosenAnswers.ts';
import { answerCsv, type Cell, rounded } from '../kit/csv.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import type { View } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { readCommentPage } from './readCommentPage.ts';
import { readDrawnTrend } from './readDrawnTrend.ts';
import { readSegmentScores } from './readSegments.ts';

/** Of which answers a table is. */
interface Asked {
  store: Store;
  visit: Visit;
  touchpoint: Touchpoint;
  window: Window;
  parameters: ScoresParameters;
  /** Parameters of the address, as they came. */
  query: Record<string, string>;
  now: number;
}

/** Reads no more than its table says. */
type Table = (asked: Asked) => Promise<Cell[][]>;

/** GET /touchpoints/{key}/{name}.csv: a table of the page, of the same answers. An address that cannot be read leads to the page that says so. */
const csvOf =
  (name: string, table: Table) =>
  (settings: PageSettings) =>
  async (c: Context, visit: Visit): Promise<Response> => {
    const { store } = settings;
    const { site, view } = visit;
    const now = settings.now();
    const key = c.req.param('key') ?? '';
    const asked = { ...view.kept };
    const touchpoint = await store.getTouchpoint(site.id, key);
    if (!touchpoint) return answerUnknown(settings, c, visit, key);
    const query = c.req.query();
    const { found, chosen } = await readChosen(query, visit, now, async (parameters) => {
      const { fromDay, toDay, hours, segment } = readScoresQuery(parameters, now, site.timeZone);
      await checkSegment(store, site.id, segment);
      const window = { fromDay, toDay, ...(hours && { hours }) };
      return { window, rows: await table({ store, visit, touchpoint, window, parameters, query, now }) };
    });
    if (chosen.misread.length > 0) return c.redirect(view.link(touchpointPath(key), asked), 303);
    const { from, to } = periodOf(found.window, site.timeZone);
    const dates = [from, to].map((each) => each.slice(0, 'yyyy-mm-dd'.length)).join('-');
    return answerCsv(c, `${key}-${name}-${dates}`, found.rows);
  };

const three = (estimate: Estimate | null | undefined): Cell[] => [
  rounded(estimate?.value),
  rounded(estimate?.low),
  rounded(estimate?.high),
];

const namesOfThree = ({ words }: View, name: string): Cell[] => [name, words.csv.low(name), words.csv.high(name)];

export const trendCsv = csvOf('trend', async ({ store, visit: { view, site }, touchpoint, parameters, now }) => {
  const trend = await readDrawnTrend(store, site, touchpoint.key, parameters, now);
  const { words } = view;
  const head = [
    words.touchpointPage.when,
    ...namesOfThree(view, words.emotionalIntensity),
    ...namesOfThree(view, words.emotionalBalance),
    words.answered,
    words.counted,
    words.effective,
    words.shown,
  ];
  return [
    head,
    ...trend.buckets.map(({ from, intensity, valence, answered, n, nEff, shown }) => [
      from,
      ...three(intensity),
      ...three(valence),
      answered,
      n,
      rounded(nEff),
      shown,
    ]),
  ];
});

export const histogramCsv = csvOf('histogram', async ({ store, visit, touchpoint, parameters, now }) => {
  const { cells } = await readHistogram(store, visit.site, touchpoint.key, parameters, now);
  const { words } = visit.view;
  const own = words.touchpointPage;
  const head = [own.commentColumns.emotion, own.commentColumns.strength, words.answersLabel];
  return [head, ...cells.map(({ emotion, strength, count }) => [words.emotion[emotion], strength, count])];
});

export const segmentsCsv = csvOf('segments', async ({ store, visit: { view, site }, now, ...asked }) => {
  const { words } = view;
  const own = words.touchpointPage;
  const segments = await readSegmentScores(store, site, asked, now);
  const figures = (of: SegmentFigures) => [of.answered, of.n, ...three(of.intensity), ...three(of.valence)];
  const head = [
    own.segments,
    own.value,
    words.answered,
    words.counted,
    ...namesOfThree(view, words.emotionalIntensity),
    ...namesOfThree(view, words.emotionalBalance),
  ];
  return [
    head,
    ...segments.flatMap(({ name, values, others }) => [
      ...values.map((each) => [name, each.value, ...figures(each)]),
      ...(others ? [[name, own.others(others.values), ...figures(others)]] : []),
    ]),
  ];
});

/** More than these are for the export. */
const mostComments = 5_000;

export const commentsCsv = csvOf('comments', async ({ store, visit: { view, site }, now, ...asked }) => {
  const { words } = view;
  const { touchpoint } = asked;
  const { before: _, ...query } = asked.query;
  const limit = mostComments;
  const { comments, next, isCut, look } = await readCommentPage(store, site, asked, query, now, { limit });
  const own = words.touchpointPage;
  const { whole } = view.figures;
  const missing = next !== null ? own.commentsOnly(whole(limit)) : isCut && own.commentsCut(whole(look));
  const { at, comment, emotion, strength, reasons, locale } = own.commentColumns;
  return [
    [at, comment, emotion, strength, reasons, locale],
    ...comments.map((each) => [
      new Date(each.at).toISOString(),
      each.comment,
      each.emotion && words.emotion[each.emotion],
      each.strength,
      each.reasons.map((reason) => reasonLabel(touchpoint, reason, view.language)).join('; '),
      each.locale,
    ]),
    // The last line, so that nobody takes the file for all of them.
    ...(missing ? [[null, missing, null, null, null, null]] : []),
  ];
});
