import type { AccessEntry } from '../../store/site.ts';
import type { Visit } from '../kit/visit.ts';

interface RevokedPeopleProps {
  visit: Visit;
  /** Those who may open nothing any more. */
  people: readonly AccessEntry[];
}

/** Who could open the pages once, the latest first: apart, as nothing can be done with them. */
export const RevokedPeople = ({ visit: { view, site }, people }: RevokedPeopleProps) => {
  const words = view.words.access;
  if (people.length === 0) return null;
  const latestFirst = people.toSorted((a, b) => (b.revokedAt ?? 0) - (a.revokedAt ?? 0));
  return (
    <details class="more">
      <summary>{words.revokedPeople(people.length)}</summary>
      <ul class="rows">
        {latestFirst.map(({ name, role, revokedAt }) => (
          <li>
            <div>
              <bdi>{name}</bdi>
              <small>
                {words.role[role]} · {words.revokedOn(view.dates.dateOf(revokedAt ?? 0, site.timeZone))}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
};
