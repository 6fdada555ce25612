import type { SessionEntry } from '../../store/site.ts';
import type { Dates } from '../kit/dates.ts';
import type { View } from '../kit/view.ts';

interface SessionRowProps {
  view: View;
  session: SessionEntry;
  dates: Dates;
  isCurrent: boolean;
}

/** A browser in which somebody is signed in. */
export const SessionRow = ({ view, session: { id, name, createdAt, seenDay }, dates, isCurrent }: SessionRowProps) => {
  const words = view.words.access;
  return (
    <li>
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        {isCurrent && <span class="tag">{words.thisOne}</span>}
        <small>
          {words.signedInOn(dates.of(createdAt))}
          {seenDay !== null && ` · ${words.seenOn(dates.ofDay(seenDay))}`}
        </small>
      </div>
      <form method="post" action={view.link('/access/sessions/end')}>
        <input type="hidden" name="session" value={id} />
        <button class="link" type="submit" aria-label={words.endSessionOf(name)}>
          {words.endSession}
        </button>
      </form>
    </li>
  );
};
