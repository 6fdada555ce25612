/** Of an element, or of the viewport: an element that is taller than two viewports never shows half of itself. */
const enough = 0.5;

/**
 * Whether enough of an element is seen: half of it, or as much as half of the viewport.
 *
 * @param viewport its area in px²
 */
export const isInView = (
  {
    isIntersecting,
    intersectionRatio,
    intersectionRect: { width, height },
  }: Pick<IntersectionObserverEntry, 'isIntersecting' | 'intersectionRatio'> & {
    intersectionRect: Pick<DOMRectReadOnly, 'width' | 'height'>;
  },
  viewport: number,
): boolean => isIntersecting && (intersectionRatio >= enough || width * height >= enough * viewport);
