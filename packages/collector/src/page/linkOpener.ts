/**
 * Crawlers and link previews that say what they are. HTTP libraries and headless browsers are none of them, nor are the
 * phones of Cubot.
 */
const declaredRobot =
  /(?<!cu)bot(?:\b|_)|crawl|spider|slurp|preview|unfurl|facebookexternalhit|whatsapp|telegram|skype|slack|discord|linkedin|pinterest|embedly|vkshare|outbrain|safelinks|proofpoint|barracuda|mimecast/i;

/**
 * Whether a GET of a single-use link is likely not a person's: a HEAD, a prefetch, or a robot that says so. Mail scanners
 * and chat previews open every link; they must not use it up.
 */
export function isOpenedAhead(request: Request): boolean {
  const { method, headers } = request;
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''} ${headers.get('x-purpose') ?? ''}`;
  return (
    method === 'HEAD' ||
    /prefetch|prerender|preview/i.test(purpose) ||
    declaredRobot.test(headers.get('user-agent') ?? '')
  );
}
