import type { StoredComment } from '../../store/comment.ts';
import type { Site, Touchpoint } from '../../store/site.ts';
import { Face } from '../kit/faces.tsx';
import { Kept } from '../kit/kept.tsx';
import { languageName } from '../kit/languageName.ts';
import { reasonLabel } from '../kit/reasonLabel.ts';
import { touchpointPath } from '../kit/touchpointPath.ts';
import { addressOf, type View } from '../kit/view.ts';
import type { CommentPage } from './readCommentPage.ts';

interface CommentsProps {
  view: View;
  site: Site;
  touchpoint: Touchpoint;
  page: CommentPage;
  isShared: boolean;
}

/** What people wrote, newest or strongest first, a page at a time, searchable. */
export const Comments = ({ view, site, touchpoint, page, isShared }: CommentsProps) => {
  const { words, figures } = view;
  const own = words.touchpointPage;
  const path = touchpointPath(touchpoint.key);
  const { search, order, comments, next, isCut, isFurther, look } = page;
  const link = (parameters: Record<string, string | undefined>) =>
    `${view.link(path, { q: search || undefined, order: order === 'newest' ? undefined : order, ...parameters })}#comments`;
  const isNone = comments.length === 0 && !isCut;
  if (isNone && !search && !isFurther) return <p class="lead">{own.noComments}</p>;
  return (
    <>
      <div class="tools">
        <p class="pick">
          {(['newest', 'strongest'] as const).map((each) => (
            <a
              href={link({ order: each === 'newest' ? undefined : each })}
              aria-current={each === order ? 'true' : undefined}
            >
              {own[each]}
            </a>
          ))}
        </p>
        {!isShared && <Search {...{ view, path, search, order }} />}
      </div>
      {search && (
        <p class="legend">
          <bdi>{own.found(search)}</bdi> · <a href={link({ q: undefined })}>{own.showAll}</a>
        </p>
      )}
      {isNone && <p class="lead">{own.noneFound}</p>}
      <ul class="comments">
        {comments.map((comment) => (
          <Comment {...{ view, site, touchpoint, comment }} />
        ))}
      </ul>
      <p class="pick">
        {isFurther && <a href={link({})}>{own.first}</a>}
        {next && <a href={link({ before: next })}>{own.more}</a>}
      </p>
      {isCut && <p class="legend">{own.commentsCut(figures.whole(look))}</p>}
    </>
  );
};

/** A shared page takes no form. */
const Search = ({
  view,
  path,
  search,
  order,
}: Pick<CommentPage, 'search' | 'order'> & { view: View; path: string }) => {
  const own = view.words.touchpointPage;
  return (
    <form class="search" action={`${addressOf(view.publicUrl, path)}#comments`}>
      <Kept view={view} but={['q', 'order']} />
      {order === 'strongest' && <input type="hidden" name="order" value={order} />}
      <input
        type="search"
        name="q"
        value={search}
        aria-label={own.searchIn}
        placeholder={own.searchIn}
        maxlength={100}
      />
      <button class="do" type="submit">
        {own.search}
      </button>
    </form>
  );
};

function Comment({
  view,
  site,
  touchpoint,
  comment,
}: Omit<CommentsProps, 'page' | 'isShared'> & { comment: StoredComment }) {
  const { words, dates } = view;
  const { emotion, strength, reasons, locale, at } = comment;
  const told = [
    emotion && strength
      ? `${words.emotion[emotion]}, ${words.touchpointPage.strength[strength as 1].toLowerCase()}`
      : emotion && words.emotion[emotion],
    ...reasons.map((reason) => reasonLabel(touchpoint, reason, view.language)),
    locale && languageName(view, locale),
  ].filter((each): each is string => typeof each === 'string');
  return (
    <li>
      {emotion ? <Face emotion={emotion} /> : <span />}
      <div>
        <p class="words" lang={locale ?? undefined} dir="auto">
          {comment.comment}
        </p>
        <small>
          {told.map((each, index) => (
            <>
              {index > 0 && ' · '}
              <bdi>{each}</bdi>
            </>
          ))}
        </small>
      </div>
      <time datetime={new Date(at).toISOString()}>{dates.moment(at, site.timeZone)}</time>
    </li>
  );
}
