/*
 * What a visitor sees of a page. These run in the page, so each knows nothing but its arguments.
 */

/** Not only the queue that pages keep for it. */
export const widgetIsThere = () => {
  const { q } = (window as { vivencia?: { q?: unknown } }).vivencia ?? {};
  return !!q && !Array.isArray(q);
};
export const promptIsThere = () => !!document.querySelector('[popover]');
/** The question that the prompt asks, or its thanks. */
export const heading = () => {
  const page = document.querySelector('iframe')?.contentDocument ?? document;
  return page.querySelector('[popover]')?.shadowRoot?.querySelector('legend,h2')?.textContent;
};
/** What has focus: a radio's value, or else a class, an id or the element's name. */
export const focused = () => {
  const outside = document.activeElement;
  const element = (outside?.shadowRoot?.activeElement ?? outside) as HTMLInputElement | null;
  return element?.type === 'radio' ? element.value : element?.className || element?.id || element?.localName;
};
/** Where a prompt stands that floats over the page. */
export const standing = () => {
  const host = document.querySelector('[popover]');
  const box = host?.getBoundingClientRect();
  return {
    inTopLayer: host?.matches(':popover-open'),
    width: box?.width,
    fromRight: box && document.documentElement.clientWidth - box.right,
    fromBottom: box && innerHeight - box.bottom,
    aboveAll: box && document.elementFromPoint(box.x + box.width / 2, box.bottom - 20) === host,
  };
};
/** Of the narrow page: what does not fit in it, and what is too small to be tapped. */
export const badFit = () => {
  const page = document.querySelector('iframe')?.contentDocument;
  const card = page?.querySelector('[popover]')?.shadowRoot?.querySelector('.card');
  const { clientWidth = 0, clientHeight = 0 } = page?.documentElement ?? {};
  return [card, ...(card?.querySelectorAll('label,button,textarea,legend,h2') ?? [])].flatMap((element) => {
    const { left, right, top, bottom, width, height } = (element as Element).getBoundingClientRect();
    const outside = left < 0 || right > clientWidth || top < 0 || bottom > clientHeight;
    const small = element?.matches('label,button') && (width < 44 || height < 44);
    const name = `${element?.className || element?.localName} ${element?.textContent}`;
    return [...(outside ? [`outside: ${name}`] : []), ...(small ? [`${width} × ${height}: ${name}`] : [])];
  });
};
