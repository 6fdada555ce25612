/** Keeps the screen on while the page is seen, where the browser can. It lets go whenever the page is hidden. */
export function keepAwake(): void {
  const { wakeLock } = navigator;
  const hold = () => {
    if (document.visibilityState === 'visible') wakeLock?.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', hold);
  hold();
}
