import type { Period } from '../../stats/window.ts';
import { type keptParameters, type OfferedDays, offeredDays } from './chosenAnswers.ts';
import { addressOf, type View } from './view.ts';

interface PeriodLinksProps {
  view: View;
  /** Path of the page, below the collector's own. */
  path: string;
  period: Period;
  /** The offered period that is shown; `null` where it is one of one's own. */
  days: OfferedDays | null;
}

/** Which days the page is about: the usual ones as links, any others by a form. */
export const PeriodLinks = ({ view, path, period, days }: PeriodLinksProps) => {
  const { words } = view;
  return (
    <nav aria-label={words.periodLabel}>
      {offeredDays.map((offered) => (
        <a
          href={view.link(path, { period: String(offered), from: undefined, to: undefined })}
          aria-current={offered === days ? 'true' : undefined}
        >
          {words.lastDays[offered]}
        </a>
      ))}
      <details>
        <summary>{words.otherDates}</summary>
        <form action={addressOf(view.publicUrl, path)}>
          <label>
            {words.from}
            <input type="date" name="from" value={period.from} required />
          </label>
          <label>
            {words.to}
            <input type="date" name="to" value={period.to} required />
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

/** What a form's own fields do not say, and its page's address does. */
const Kept = ({ view, but }: { view: View; but: readonly (typeof keptParameters)[number][] }) => (
  <>
    {Object.entries(view.kept)
      .filter(([name]) => !(but as readonly string[]).includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
);
