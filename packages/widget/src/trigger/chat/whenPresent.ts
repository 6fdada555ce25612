const firstLookMs = 250;
const slower = 1.25;
/** 28 looks in nine minutes; who starts a chat later than that is not asked about it. */
const lastLookMs = 120_000;

/**
 * Calls back with what a chat's script has left on the page, now or when it comes: at once if it is only a queue so far,
 * and again with each that takes its place, such as the real one, or that of a script which is loaded again. So handlers
 * may be heard twice.
 *
 * @param name of the window's property
 */
export function whenPresent<Vendor>(name: string, present: (vendor: Vendor) => void): void {
  let last: unknown;
  let wait = firstLookMs;
  const look = () => {
    try {
      // A property without a value, or one that throws, is no chat.
      const vendor = (window as unknown as Record<string, unknown>)[name];
      if (vendor && vendor !== last) {
        last = vendor;
        present(vendor as Vendor);
      }
    } catch {}
    wait *= slower;
    if (wait < lastLookMs) setTimeout(look, wait);
  };
  look();
}
