import type { ShareEntry } from '../../store/site.ts';
import type { Visit } from '../kit/visit.ts';
import { SharedWhat } from './sharePage.tsx';

interface ShareRowProps {
  visit: Visit;
  share: ShareEntry;
}

/** A page that whoever has its link reads. */
export const ShareRow = ({ visit, share: { id, name, path, createdAt } }: ShareRowProps) => {
  const { view, site } = visit;
  const words = view.words.access;
  return (
    <li>
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        <small>
          <SharedWhat visit={visit} path={path} /> · {words.sharedOn(view.dates.dateOf(createdAt, site.timeZone))}
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
