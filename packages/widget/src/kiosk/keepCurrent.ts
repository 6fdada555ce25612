import { kioskHeader } from '@vivencia/contract/kiosk';

/** How soon changed words, another set of faces or the kiosk's end reach a screen that nobody loads anew. */
const lookAgainMs = 10 * 60_000;
/** A page that has just been loaded is not loaded again: what made it so would do it for ever. */
const youngestMs = 10_000;

/**
 * Loads the page anew where it is another one by now, between two people.
 *
 * @returns does so at once, where something else has told that it is
 */
export function keepCurrent(edition: string | undefined, isFree: () => boolean): () => void {
  let isStale = false;
  const renew = () => {
    // Without a network the page would be gone where the browser may not keep it.
    if (isStale && navigator.onLine && isFree() && performance.now() > youngestMs) location.reload();
  };
  const look = async () => {
    const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    const said = answer?.headers.get(kioskHeader);
    isStale ||= !!said && said !== edition;
  };
  setInterval(look, lookAgainMs);
  setInterval(renew, 1_000);
  return () => {
    isStale = true;
  };
}
