import { defaultPeriod } from '../kit/chosenAnswers.ts';
import { keeping } from '../kit/keeping.ts';
import { partsOf } from '../kit/sharedPath.ts';
import { SiteLayout } from '../kit/siteLayout.tsx';
import type { Visit } from '../kit/visit.ts';
import { Secret } from './secret.tsx';

interface SharePageProps {
  visit: Visit;
  /** The page to share; `null` where it cannot be. */
  path: string | null;
  /** The link that was just made. */
  made?: { name: string; link: string };
  badName?: boolean;
}

/** Where an editor makes a link to one page. */
export const SharePage = ({ visit, path, made, badName }: SharePageProps) => {
  const view = path === null ? visit.view : keeping(visit.view, '/access/share', { page: path });
  const words = view.words.access;
  return (
    <SiteLayout visit={{ ...visit, view }} path="/access/share" title={words.shareTitle}>
      {path === null ? (
        <h1>{words.shareNone}</h1>
      ) : made ? (
        <>
          <h1>{words.shareTitle}</h1>
          <Secret title={words.shareLinkTitle(made.name)} lead={words.shareLinkLead} link={made.link} />
        </>
      ) : (
        <>
          <h1>{words.shareTitle}</h1>
          <p class="lead">{words.shareLead}</p>
          <p class="what">
            <SharedWhat visit={visit} path={path} />
          </p>
          {badName && (
            <p class="note" role="status">
              {words.badName}
            </p>
          )}
          <form class="narrow" method="post" action={visit.view.link('/access/share')}>
            <input type="hidden" name="page" value={path} />
            <label>
              {words.shareName}
              <input name="name" required maxlength={80} autocomplete="off" />
            </label>
            <label class="tick">
              <input type="checkbox" name="comments" value="1" /> {words.shareComments}
            </label>
            <button class="do" type="submit">
              {words.shareMake}
            </button>
          </form>
        </>
      )}
    </SiteLayout>
  );
};

/** Which page is shared, and how it is filtered. */
export const SharedWhat = ({ visit: { view }, path }: { visit: Visit; path: string }) => {
  const words = view.words.access;
  const { pathname, filters, comments } = partsOf(path);
  const { comments: _, period, sort, ...others } = filters;
  const [, days] = Object.entries(view.words.periods).find(([offered]) => offered === (period ?? defaultPeriod)) ?? [];
  const said = [
    others.from || others.to ? undefined : days,
    ...Object.values(others),
    comments ? words.withComments : undefined,
  ].filter(Boolean);
  return (
    <>
      <b>{pathname === '/' ? words.overview : <bdi>{pathname.split('/').at(-1)}</bdi>}</b>
      {said.map((text) => (
        <>
          {' · '}
          <bdi>{text}</bdi>
        </>
      ))}
    </>
  );
};
