import type { Period } from '../stats/window.ts';
import { addressOf, type View } from './view.ts';

/** The periods that are one link away, in days up to today. */
const offeredDays = [7, 30, 90, 365] as const;
export type OfferedDays = (typeof offeredDays)[number];

export const defaultDays: OfferedDays = 30;

export const isOfferedDays = (text: string) => offeredDays.some((days) => String(days) === text);

interface PeriodLinksProps {
  view: View;
  period: Period;
  /** The offered period that is shown; `null` where it is one of one's own. */
  days: OfferedDays | null;
}

/** Which days the page is about: the usual ones as links, any others by a form. */
export const PeriodLinks = ({ view, period, days }: PeriodLinksProps) => {
  const { words } = view;
  const { lang, stratum } = view.kept;
  return (
    <nav aria-label={words.periodLabel}>
      {offeredDays.map((offered) => (
        <a
          href={view.link('/', { period: String(offered), from: undefined, to: undefined })}
          aria-current={offered === days ? 'page' : undefined}
        >
          {words.lastDays[offered]}
        </a>
      ))}
      <details>
        <summary>{words.otherDates}</summary>
        <form action={addressOf(view.publicUrl, '/')}>
          <label>
            {words.from}
            <input type="date" name="from" value={period.from} required />
          </label>
          <label>
            {words.to}
            <input type="date" name="to" value={period.to} required />
          </label>
          {lang && <input type="hidden" name="lang" value={lang} />}
          {stratum && <input type="hidden" name="stratum" value={stratum} />}
          <button class="do" type="submit">
            {words.show}
          </button>
        </form>
      </details>
    </nav>
  );
};
