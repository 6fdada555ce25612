import { isDeclaredCrawler } from '../../http/declaredCrawler.ts';

/** Beside crawlers: link previews and mail scanners that say what they are. */
const previewOrScanner =
  /bot_|crawl|preview|unfurl|whatsapp|telegram|skype|slack|discord|linkedin|pinterest|vkshare|outbrain|safelinks|proofpoint|barracuda|mimecast/i;

/**
 * Whether a GET of a single-use link is likely not a person's: a HEAD, a prefetch, or a robot that says so. Mail scanners
 * and chat previews open every link; they must not use it up.
 */
export function isOpenedAhead(request: Request): boolean {
  const { method, headers } = request;
  const agent = headers.get('user-agent') ?? '';
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''} ${headers.get('x-purpose') ?? ''}`;
  return (
    method === 'HEAD' ||
    /prefetch|prerender|preview/i.test(purpose) ||
    isDeclaredCrawler(agent) ||
    previewOrScanner.test(agent)
  );
}
