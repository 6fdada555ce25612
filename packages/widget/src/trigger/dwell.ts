import { isInView } from './inView.ts';

/** How long an element is in view, without a break and in a page that is itself visible, until it counts as seen. */
const dwellMs = 1_000;
/** So fine that also an element as tall as 50 viewports is told about when it fills half of one. */
const thresholds = Array.from({ length: 101 }, (_, percent) => percent / 100);

/**
 * Calls back once for each element that is given to the returned function, when it has been seen.
 *
 * @param glimpsed an element has come into view
 */
export function createDwell(seen: (element: Element) => void, glimpsed: () => void): (element: Element) => void {
  const inView = new Map<Element, ReturnType<typeof setTimeout> | undefined>();
  const count = (element: Element) => {
    clearTimeout(inView.get(element));
    inView.set(
      element,
      document.hidden
        ? undefined
        : setTimeout(() => {
            inView.delete(element);
            observer.unobserve(element);
            seen(element);
          }, dwellMs),
    );
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const { target } = entry;
        if (!isInView(entry, innerWidth * innerHeight)) {
          clearTimeout(inView.get(target));
          inView.delete(target);
        } else if (!inView.has(target)) {
          glimpsed();
          count(target);
        }
      }
    },
    { threshold: thresholds },
  );
  document.addEventListener('visibilitychange', () => [...inView.keys()].forEach(count));
  return (element) => observer.observe(element);
}
