import type { Context } from 'hono';
import type { Estimate } from '../../scoring/interval.ts';
import { answersOf } from '../../stats/answerCounts.ts';
import { readAnswersQuery } from '../../stats/answersQuery.ts';
import { histogram } from '../../stats/histogram.ts';
import { readChosen } from '../kit/chosenAnswers.ts';
import { answerCsv, type Cell, rounded } from '../kit/csv.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import type { View } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { readCommentPage } from './readCommentPage.ts';
import { readSegments } from './readSegments.ts';
import { readTouchpoint, type TouchpointReading } from './readTouchpoint.ts';

type Table = (
  reading: TouchpointReading,
  visit: Visit,
  settings: PageSettings,
  c: Context,
) => Cell[][] | Promise<Cell[][]>;

/** GET /touchpoints/{key}/{name}.csv: a table of the page, of the same answers. An address that cannot be read leads to the page that says so. */
const csvOf =
  (name: string, table: Table) =>
  (settings: PageSettings) =>
  async (c: Context, visit: Visit): Promise<Response> => {
    const { store, now } = settings;
    const key = c.req.param('key') ?? '';
    const asked = { ...visit.view.kept };
    const touchpoint = await store.getTouchpoint(visit.site.id, key);
    if (!touchpoint) return answerUnknown(settings, c, visit, key);
    const { found, chosen } = await readChosen(c.req.query(), visit, now(), (parameters) =>
      readTouchpoint(store, visit.site, touchpoint, parameters, now()),
    );
    if (chosen.misread.length > 0) return c.redirect(visit.view.link(touchpointPath(key), asked), 303);
    const { from, to } = found.period;
    const dates = [from, to].map((each) => each.slice(0, 'yyyy-mm-dd'.length)).join('-');
    return answerCsv(c, `${key}-${name}-${dates}`, await table(found, visit, settings, c));
  };

const three = (estimate: Estimate | null | undefined): Cell[] => [
  rounded(estimate?.value),
  rounded(estimate?.low),
  rounded(estimate?.high),
];

const namesOfThree = ({ words }: View, name: string): Cell[] => [name, words.csv.low(name), words.csv.high(name)];

export const trendCsv = csvOf('trend', ({ trend }, { view }) => {
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

export const histogramCsv = csvOf('histogram', ({ counts, parameters }, { view, site }, { now }) => {
  const { words } = view;
  const own = words.touchpointPage;
  const { stratum } = readAnswersQuery(parameters, now(), site.timeZone);
  const head = [own.commentColumns.emotion, own.commentColumns.strength, words.answersLabel];
  return [
    head,
    ...histogram(answersOf(counts, stratum)).cells.map(({ emotion, strength, count }) => [
      words.emotion[emotion],
      strength,
      count,
    ]),
  ];
});

export const segmentsCsv = csvOf('segments', async (reading, { view, site }, { store, now }) => {
  const { words } = view;
  const own = words.touchpointPage;
  const { segments } = await readSegments(store, site, reading, now());
  const figures = (
    of: (typeof segments)[number]['values'][number] | NonNullable<(typeof segments)[number]['others']>,
  ) => [of.answered, of.n, ...three(of.intensity), ...three(of.valence)];
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

export const commentsCsv = csvOf('comments', async (reading, { view, site }, { store, now }, c) => {
  const { words } = view;
  const { touchpoint } = reading;
  const { before: _, ...query } = c.req.query();
  const { comments } = await readCommentPage(store, site, reading, query, now(), { limit: mostComments });
  const { at, comment, emotion, strength, reasons, locale } = words.touchpointPage.commentColumns;
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
  ];
});
