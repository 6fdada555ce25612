import type { Context } from 'hono';
import { isNameable } from '../../http/text.ts';
import { dateOfDay, dayOf, dayOfDate } from '../../tally/bucket.ts';
import { formFields, rowNumber } from '../kit/formFields.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { answerUnknown } from '../kit/unknownTouchpoint.tsx';
import type { Visit } from '../kit/visit.ts';
import type { PageSettings } from '../pageSettings.ts';
import { longestAction } from './refusedAction.ts';
import { showTouchpoint } from './touchpoint.tsx';

/** POST /touchpoints/{key}/actions: notes down what was changed. */
export const addAction = (settings: PageSettings) => async (c: Context, visit: Visit) => {
  const { store, now } = settings;
  const { site, name } = visit;
  const key = c.req.param('key') ?? '';
  const { day: date = '', text: words = '' } = await formFields(c);
  const typed = { day: date, text: words };
  const text = words.normalize('NFC').trim();
  const day = readDay(date, dayOf(now(), site.timeZone));
  if (day === null) return showTouchpoint(settings, c, visit, { ...typed, wrong: 'day' });
  if (text === '' || text.length > longestAction || !isNameable(text)) {
    return showTouchpoint(settings, c, visit, { ...typed, wrong: 'text' });
  }
  const isKnown = (await store.getTouchpoint(site.id, key)) !== null;
  const added = isKnown && (await store.addAction(site.id, key, { day, text, author: name }));
  return added ? backToActions(c, visit, key) : answerUnknown(settings, c, visit, key);
};

/** POST /touchpoints/{key}/actions/remove */
export const removeAction =
  ({ store }: PageSettings) =>
  async (c: Context, visit: Visit) => {
    const { action } = await formFields(c);
    // One that is gone already is what was wanted.
    await store.removeAction(visit.site.id, rowNumber(action));
    return backToActions(c, visit, c.req.param('key') ?? '');
  };

const backToActions = (c: Context, { view }: Visit, key: string) =>
  c.redirect(`${view.link(touchpointPath(key))}#actions`, 303);

/** A date of a calendar, from 2000 up to today. */
function readDay(text: string, today: number): number | null {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  const day = dayOfDate(text);
  return Number.isNaN(day) || dateOfDay(day) !== text || day > today ? null : day;
}
