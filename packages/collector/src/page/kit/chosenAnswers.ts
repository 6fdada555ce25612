import { InvalidQuery } from '../../stats/invalidQuery.ts';
import type { ScoresParameters } from '../../stats/scoresQuery.ts';
import { lastDays } from '../../stats/window.ts';
import { dateOfDay } from '../../tally/bucket.ts';
import type { Visit } from './visit.ts';

/** The periods that are one link away, in days up to today. */
export const offeredDays = [7, 30, 90, 365] as const;
export type OfferedDays = (typeof offeredDays)[number];

export const defaultDays: OfferedDays = 30;

const isOfferedDays = (text: string) => offeredDays.some((days) => String(days) === text);

/** What an address says of which answers are meant; links from page to page keep it. */
const filters = ['from', 'to', 'segment', 'stratum', 'version', 'compare'] as const;
export const keptParameters = ['period', ...filters] as const;

/** Which answers a page is about. */
export interface ChosenAnswers {
  parameters: ScoresParameters;
  /** The offered period that is shown; `null` where it is one of one's own. */
  days: OfferedDays | null;
  /** Whether the address asked for something that cannot be; then all is shown as if it had not. */
  isMisread: boolean;
}

/**
 * Reads what an address chooses. Where that cannot be read, the page's links forget it and the usual is read.
 *
 * @param query parameters of the page's own address
 * @param read fails with InvalidQuery where they say nothing that can be
 */
export async function readChosen<T>(
  query: Record<string, string>,
  { view, site }: Visit,
  now: number,
  read: (parameters: ScoresParameters) => Promise<T>,
): Promise<{ found: T; chosen: ChosenAnswers }> {
  const asked = choose(query, now, site.timeZone);
  try {
    return { found: await read(asked.parameters), chosen: { ...asked, isMisread: false } };
  } catch (error) {
    if (!(error instanceof InvalidQuery)) throw error;
    view.kept = view.kept.lang ? { lang: view.kept.lang } : {};
    const usual = choose({}, now, site.timeZone);
    return { found: await read(usual.parameters), chosen: { ...usual, isMisread: true } };
  }
}

/** What the page's own parameters ask for: `?period=30`, or `?from=…&to=…`. A form's empty fields say nothing. */
function choose(query: Record<string, string>, now: number, timeZone: string) {
  const parameters: ScoresParameters = {};
  let days: OfferedDays | null = null;
  for (const name of filters) if (query[name]) parameters[name] = query[name];
  if (!parameters.from && !parameters.to) {
    const period = query.period || String(defaultDays);
    if (!isOfferedDays(period)) return { parameters: { from: period }, days };
    days = Number(period) as OfferedDays;
    const { fromDay, toDay } = lastDays(days, now, timeZone);
    Object.assign(parameters, { from: dateOfDay(fromDay), to: dateOfDay(toDay) });
  }
  return { parameters, days };
}
