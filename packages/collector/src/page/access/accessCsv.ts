import type { Context } from 'hono';
import { dateOfDay, dayOf } from '../../tally/bucket.ts';
import { answerCsv, type Cell } from '../kit/csv.ts';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { lastHere } from './lastHere.ts';
import { sessionsOf } from './sessionsOf.ts';

/** GET /access/people.csv: who may open the pages, and who might. */
export const peopleCsv =
  ({ store, now }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { site, view } = visit;
    const words = view.words.access;
    const { columns } = words;
    const [people, sessions] = await Promise.all([store.listAccess(site.id), store.listSessions(site.id, now())]);
    return answerCsv(c, 'people', [
      [words.name, words.roleLabel, columns.since, columns.lastHere, columns.revoked],
      ...people.map((person) => [
        person.name,
        words.role[person.role],
        dateAt(person.createdAt, visit),
        dateOf(lastHere(person, sessions, site.timeZone)),
        dateAt(person.revokedAt, visit),
      ]),
    ]);
  };

/** GET /access/sessions.csv: for editors all that are open, for viewers their own. */
export const sessionsCsv = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const words = visit.view.words.access;
  const { columns } = words;
  return answerCsv(c, 'sessions', [
    [words.name, columns.signedIn, columns.lastSeen],
    ...(await sessionsOf(settings, visit)).map(({ name, createdAt, seenDay }) => [
      name,
      dateAt(createdAt, visit),
      dateOf(seenDay),
    ]),
  ]);
};

/** GET /access/shares.csv: without what opens them. */
export const sharesCsv =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const words = visit.view.words.access;
    return answerCsv(c, 'shares', [
      [words.name, words.columns.page, words.columns.since],
      ...(await store.listShares(visit.site.id)).map(({ name, path, createdAt }) => [
        name,
        path,
        dateAt(createdAt, visit),
      ]),
    ]);
  };

/** The site's local date, 2026-11-22. */
const dateAt = (moment: number | null, { site }: Visit): Cell =>
  moment === null ? null : dateOfDay(dayOf(moment, site.timeZone));

const dateOf = (day: number | null): Cell => (day === null ? null : dateOfDay(day));
