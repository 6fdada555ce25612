import type { Site } from '../../store/site.ts';
import type { CommentQuery, ReadComments, Store } from '../../store/store.ts';

/** What of a touchpoint's comments an address asks for. */
export interface CommentPage extends ReadComments {
  /** What is searched for; empty where nothing is. */
  search: string;
  order: CommentQuery['order'];
  /** Whether it goes on behind an earlier page. */
  isFurther: boolean;
}

const commentsOnPage = 20;
/** Nobody types more, and every comment is looked through for it. */
const longestSearch = 100;

/** @param query parameters of the page's address: `q`, `order` and `before` */
export async function readCommentPage(
  store: Pick<Store, 'readComments'>,
  site: Pick<Site, 'id'>,
  touchpoint: string,
  query: Record<string, string>,
  limit = commentsOnPage,
): Promise<CommentPage> {
  const search = (query.q ?? '').trim().slice(0, longestSearch);
  const order = query.order === 'strongest' ? 'strongest' : 'newest';
  const { before } = query;
  const found = await store.readComments({
    site: site.id,
    touchpoint,
    order,
    limit,
    ...(search && { search }),
    ...(before && { before }),
  });
  return { ...found, search, order, isFurther: before !== undefined };
}
