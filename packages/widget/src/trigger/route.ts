const pollMs = 400;

/** Calls back now and after each change of the page's address that loads no page. */
export function onRoute(changed: () => void): void {
  // Elsewhere nothing tells of history.pushState, and wrapping it gets in the way of applications that do so too.
  changed();
  // An element with that id is none.
  if (window.navigation?.currentEntry) navigation.addEventListener('currententrychange', changed);
  else setInterval(changed, pollMs);
}
