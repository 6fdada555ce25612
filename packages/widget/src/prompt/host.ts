import afterPaint from './afterPaint.css';
import card from './card.css';

const sheet = (css: string) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};
// What the first question needs is read before anything is asked, the rest after it has been drawn.
const ofCard = sheet(card);

/**
 * An empty prompt that is not on the page yet: a shadow root, which the page's styles do not reach. No style element, no
 * style attribute, no markup strings: passes `style-src 'none'` and Trusted Types.
 */
export function createHost(locale: string, dir = 'ltr'): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  // By which the page can name its parts: .vivencia::part(card).
  host.className = 'vivencia';
  host.lang = locale;
  // Said always: the page's own may be another.
  host.dir = dir;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [ofCard];
  return { host, root };
}

/**
 * Puts it there: in the flow of `place`, or in the top layer, above any z-index.
 *
 * @param position one of the contract's positions, or `inline`
 */
export function appear(host: HTMLElement, place: Element, position: string): void {
  host.setAttribute('at', position);
  place.append(host);
  if (position !== 'inline') {
    host.popover = 'manual';
    host.showPopover?.();
  }
  // The host inherits color-scheme: its initial colour is white where the page has chosen to be dark.
  host.toggleAttribute('dark', getComputedStyle(host).color > 'rgb(2');
}

/** Adds what the first question looks like without, and what later steps look like. */
export function dressAfterPaint(root: ShadowRoot): void {
  root.adoptedStyleSheets.push(sheet(afterPaint));
}
