import { latencyBinEdges } from '@vivencia/contract/latency';
import { readAnswersQuery } from '../../stats/answersQuery.ts';
import { momentsOf } from '../../stats/moments.ts';
import type { CommentQuery, ReadComments } from '../../store/comment.ts';
import type { Site } from '../../store/site.ts';
import type { Store } from '../../store/store.ts';
import type { TouchpointReading } from './readTouchpoint.ts';

/** What of a touchpoint's comments an address asks for. */
export interface CommentPage extends ReadComments {
  /** What is searched for; empty where nothing is. */
  search: string;
  order: CommentQuery['order'];
  /** Whether it goes on behind an earlier page. */
  isFurther: boolean;
  /** How many of the site's newest comments of that time were looked at, at most. */
  look: number;
}

const commentsOnPage = 20;
/** As the store says, for who is signed in; whoever has a share's link can ask as often as they like. */
const lookOfPeople = 20_000;
export const lookOfShares = 2_000;
const minuteMs = 60_000;
/** What "within 20 minutes" is. */
const promptMs = latencyBinEdges[0] * minuteMs;
/** Nobody types more, and every comment is looked through for it. */
const longestSearch = 100;

/**
 * Reads comments of the answers that the page is about.
 *
 * @param query parameters of the page's address: `q`, `order` and `before`
 */
export async function readCommentPage(
  store: Pick<Store, 'readComments'>,
  site: Site,
  { touchpoint, window, parameters }: Pick<TouchpointReading, 'touchpoint' | 'window' | 'parameters'>,
  query: Record<string, string>,
  now: number,
  { limit = commentsOnPage, look = lookOfPeople } = {},
): Promise<CommentPage> {
  const { segment, version, stratum } = readAnswersQuery(parameters, now, site.timeZone);
  const search = (query.q ?? '').trim().slice(0, longestSearch);
  const order = query.order === 'strongest' ? 'strongest' : 'newest';
  const { before } = query;
  const found = await store.readComments({
    site: site.id,
    touchpoint: touchpoint.key,
    ...momentsOf(window, site.timeZone),
    order,
    limit,
    look,
    ...(segment && { segment }),
    ...(version !== undefined && { version }),
    ...(stratum && { latestMs: promptMs }),
    ...(search && { search }),
    ...(before && { before }),
  });
  return { ...found, search, order, isFurther: before !== undefined, look };
}
