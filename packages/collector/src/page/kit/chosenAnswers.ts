import { InvalidQuery } from '../../stats/invalidQuery.ts';
import type { ScoresParameters } from '../../stats/scoresQuery.ts';
import { lastDays } from '../../stats/window.ts';
import { dateOfDay } from '../../tally/bucket.ts';
import type { Visit } from './visit.ts';

/** The periods that are one link away: the last 24 hours, or so many days up to today. */
export const offeredPeriods = ['24h', '7', '30', '90', '365'] as const;
export type OfferedPeriod = (typeof offeredPeriods)[number];

export const defaultPeriod: OfferedPeriod = '30';

const isOffered = (text: string): text is OfferedPeriod => (offeredPeriods as readonly string[]).includes(text);

/** What an address says of which answers are meant; links from page to page keep it. */
const dates = ['from', 'to'] as const;
const filters = ['segment', 'stratum', 'version', 'compare'] as const;
export const keptParameters = ['period', ...dates, ...filters, 'sort'] as const;

/** What an address asked for that cannot be. */
export type Misread = 'dates' | 'filter';

/** Which answers a page is about. */
export interface ChosenAnswers {
  parameters: ScoresParameters;
  /** The offered period that is shown; `null` where it is one of one's own. */
  offered: OfferedPeriod | null;
  /** What the address asked for in vain: all is shown as if it had not. */
  misread: Misread[];
}

/**
 * Reads what an address chooses. What of it cannot be read, the page's links forget, and the usual is read instead.
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
  const readable = { ...query };
  const misread = new Set<Misread>();
  for (;;) {
    const asked = choose(readable, now, site.timeZone);
    try {
      return { found: await read(asked.parameters), chosen: { ...asked, misread: [...misread] } };
    } catch (error) {
      if (!(error instanceof InvalidQuery)) throw error;
      const wrong = error.errors.map(({ path }) => path);
      const dropped = wrong.some((path) => !isFilter(path)) ? ['period', ...dates] : wrong;
      misread.add(dropped === wrong ? 'filter' : 'dates');
      // What is asked for where nothing is said can be read, or it is no query's fault.
      if (dropped.every((name) => readable[name] === undefined)) throw error;
      for (const name of dropped) {
        delete readable[name];
        delete view.kept[name];
      }
    }
  }
}

const isFilter = (path: string) => (filters as readonly string[]).includes(path);

/** What the page's own parameters ask for: `?period=30`, or `?from=…&to=…`. A form's empty fields say nothing. */
function choose(query: Record<string, string>, now: number, timeZone: string) {
  const parameters: ScoresParameters = {};
  for (const name of [...dates, ...filters]) if (query[name]) parameters[name] = query[name];
  if (parameters.from || parameters.to) return { parameters, offered: null };
  const period = query.period || defaultPeriod;
  if (!isOffered(period)) return { parameters: { ...parameters, from: period }, offered: null };
  if (period === '24h') return { parameters: { ...parameters, hours: '24' }, offered: period };
  const { fromDay, toDay } = lastDays(Number(period), now, timeZone);
  return { parameters: { ...parameters, from: dateOfDay(fromDay), to: dateOfDay(toDay) }, offered: period };
}
