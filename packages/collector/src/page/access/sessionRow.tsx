import type { SessionEntry } from '../../store/site.ts';
import type { Visit } from '../kit/visit.ts';

interface SessionRowProps {
  visit: Visit;
  session: SessionEntry;
  isCurrent: boolean;
}

/** A browser in which somebody is signed in. */
export const SessionRow = ({ visit, session: { id, name, createdAt, seenDay }, isCurrent }: SessionRowProps) => {
  const { view, site } = visit;
  const words = view.words.access;
  return (
    <li>
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        {isCurrent && <span class="tag">{words.thisOne}</span>}
        <small>
          {words.signedInOn(view.dates.dateOf(createdAt, site.timeZone))}
          {seenDay !== null && ` · ${words.seenOn(view.dates.dayOfYear(seenDay))}`}
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
