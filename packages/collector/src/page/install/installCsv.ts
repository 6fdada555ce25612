import type { Context } from 'hono';
import { isOriginAllowed } from '../../access/origin.ts';
import { dateOfDay } from '../../tally/bucket.ts';
import { answerCsv } from '../kit/csv.ts';
import type { View } from '../kit/view.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { lastWeek, passesByReason } from './lastWeek.ts';
import { type ReasonWords, wordsOf } from './reasonWords.ts';

/** GET /install/heard.csv: every origin that was heard, how and when last. */
export const heardCsv =
  ({ store }: PageSettings) =>
  async (c: Context, { site, view }: Visit) => {
    const { install, settings } = view.words;
    const { origin, heard, lastAt, allowed } = install.columns;
    return answerCsv(c, 'heard', [
      [origin, heard, lastAt, allowed],
      ...(await store.readSightings(site.id)).map((sighting) => [
        sighting.origin,
        install.sighting[sighting.kind],
        new Date(sighting.lastAt).toISOString(),
        isOriginAllowed(sighting.origin, site.origins) ? settings.yes : settings.no,
      ]),
    ]);
  };

/** GET /install/unasked.csv: why people were not asked in the last week. */
export const unaskedCsv =
  ({ store, now }: PageSettings) =>
  async (c: Context, { site, view }: Visit) => {
    const week = lastWeek(site, now());
    const { suppressed } = passesByReason(await store.readPasses(week));
    return answerCsv(c, nameOf('unasked', week), reasonTable(view, suppressed, view.words.install.suppressed));
  };

/** GET /install/refused.csv: what was refused in the last week. */
export const refusedCsv =
  ({ store, now }: PageSettings) =>
  async (c: Context, { site, view }: Visit) => {
    const week = lastWeek(site, now());
    const refusals = await store.readRefusals(week);
    return answerCsv(c, nameOf('refused', week), reasonTable(view, refusals, view.words.install.refused));
  };

const nameOf = (name: string, { fromDay, toDay }: { fromDay: number; toDay: number }) =>
  `${name}-${dateOfDay(fromDay)}-${dateOfDay(toDay)}`;

function reasonTable(view: View, counts: { reason: string; count: number }[], says: ReasonWords) {
  const { reason, meaning, advice, times } = view.words.install.columns;
  return [
    [reason, meaning, advice, times],
    ...counts.map((each) => {
      const [means, helps] = wordsOf(says, each.reason);
      return [each.reason, means, helps, each.count];
    }),
  ];
}
