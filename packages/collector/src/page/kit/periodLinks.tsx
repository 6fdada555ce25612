import type { Period } from '../../stats/window.ts';
import { type OfferedPeriod, offeredPeriods } from './chosenAnswers.ts';
import { Kept } from './kept.tsx';
import { addressOf, type View } from './view.ts';

interface PeriodLinksProps {
  view: View;
  /** Path of the page, below the collector's own. */
  path: string;
  period: Period;
  /** The offered period that is shown; `null` where it is one of one's own. */
  offered: OfferedPeriod | null;
}

/** Which time the page is about: the usual ones as links, any others by a form. */
export const PeriodLinks = ({ view, path, period, offered }: PeriodLinksProps) => {
  const { words } = view;
  return (
    <nav aria-label={words.periodLabel}>
      {offeredPeriods.map((each) => (
        <a
          href={view.link(path, { period: each, from: undefined, to: undefined })}
          aria-current={each === offered ? 'true' : undefined}
        >
          {words.periods[each]}
        </a>
      ))}
      <details>
        <summary>{words.otherDates}</summary>
        <form action={addressOf(view.publicUrl, path)}>
          <label>
            {words.from}
            <input type="date" name="from" value={dateOf(period.from)} required />
          </label>
          <label>
            {words.to}
            <input type="date" name="to" value={dateOf(period.to)} required />
          </label>
          <Kept view={view} but={['period', 'from', 'to']} />
          <button class="do" type="submit">
            {words.show}
          </button>
        </form>
      </details>
    </nav>
  );
};

/** Of hours, a period tells moments. */
const dateOf = (text: string) => text.slice(0, 'yyyy-mm-dd'.length);
