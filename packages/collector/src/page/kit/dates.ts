import type { View } from './view.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Writes dates as people read them. */
export function datesIn({ locale }: View, timeZone: string) {
  const local = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const plain = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    /** @param moment milliseconds since 1970 */
    of: (moment: number) => local.format(moment),
    /** @param day local date, as days since 1970-01-01 */
    ofDay: (day: number) => plain.format(day * dayMs),
  };
}

export type Dates = ReturnType<typeof datesIn>;
