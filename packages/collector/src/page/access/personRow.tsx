import type { AccessEntry } from '../../store/site.ts';
import type { Visit } from '../kit/visit.ts';

interface PersonRowProps {
  visit: Visit;
  person: AccessEntry;
  /** As `lastHere` says it. */
  lastDay: number | null;
}

/** Somebody who may open the pages. Nobody locks themselves out by a slip: one's own row has no button for it. */
export const PersonRow = ({ visit: { view, site, access }, person, lastDay }: PersonRowProps) => {
  const words = view.words.access;
  const { id, name, role, createdAt } = person;
  return (
    <li>
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        {id === access && <span class="tag">{words.you}</span>}
        <small>
          {words.role[role]} · {words.since(view.dates.dateOf(createdAt, site.timeZone))} ·{' '}
          {lastDay === null ? words.neverHere : words.lastHere(view.dates.dayOfYear(lastDay))}
        </small>
      </div>
      <form method="post" action={view.link('/access/people/link')}>
        <input type="hidden" name="person" value={id} />
        <button class="link" type="submit" aria-label={words.newLinkFor(name)}>
          {words.newLink}
        </button>
      </form>
      {id !== access && (
        <details>
          <summary aria-label={words.revokeFor(name)}>{words.revoke}</summary>
          <form method="post" action={view.link('/access/people/revoke')}>
            <input type="hidden" name="person" value={id} />
            <button class="link neg" type="submit">
              {words.revokeSure}
            </button>
          </form>
        </details>
      )}
    </li>
  );
};
