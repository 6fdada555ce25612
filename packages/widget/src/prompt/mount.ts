import css from './style.css';

/** An empty prompt on the page. */
export interface Mounted {
  host: HTMLElement;
  root: ShadowRoot;
}

/**
 * Puts an empty prompt on the page: a shadow root that the page's styles do not reach, in the top layer, above any
 * z-index. No style element, no style attribute, no markup strings: passes `style-src 'none'` and Trusted Types.
 *
 * @param position one of the contract's positions, or `inline`: in the flow of `place`
 */
export function mount(place: Element, position: string, locale: string, dir = 'ltr'): Mounted {
  const host = document.createElement('div');
  // By which the page can name its parts: .vivencia::part(card).
  host.className = 'vivencia';
  host.lang = locale;
  // Said always: the page's own may be another.
  host.dir = dir;
  host.setAttribute('at', position);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  place.append(host);
  if (position !== 'inline') {
    host.popover = 'manual';
    host.showPopover?.();
  }
  // The host inherits color-scheme: its initial colour is white where the page has chosen to be dark.
  host.toggleAttribute('dark', getComputedStyle(host).color > 'rgb(2');
  return { host, root };
}
