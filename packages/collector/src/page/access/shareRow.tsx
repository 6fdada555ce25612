import type { ShareEntry } from '../../store/site.ts';
import type { Dates } from '../kit/dates.ts';
import type { Visit } from '../kit/visit.ts';
import { SharedWhat } from './sharePage.tsx';

interface ShareRowProps {
  visit: Visit;
  share: ShareEntry;
  dates: Dates;
}

/** A page that whoever has its link reads. */
export const ShareRow = ({ visit, share: { id, name, path, createdAt }, dates }: ShareRowProps) => {
  const { view } = visit;
  const words = view.words.access;
  return (
    <li>
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        <small>
          <SharedWhat visit={visit} path={path} /> · {words.sharedOn(dates.of(createdAt))}
        </small>
      </div>
      <form method="post" action={view.link('/access/shares/revoke')}>
        <input type="hidden" name="share" value={id} />
        <button class="link" type="submit" aria-label={words.revokeFor(name)}>
          {words.revoke}
        </button>
      </form>
    </li>
  );
};
