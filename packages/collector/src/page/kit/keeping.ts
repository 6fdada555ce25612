import type { View } from './view.ts';

/**
 * A view whose links to the page itself, as those to its other languages and periods, keep what only this page knows.
 *
 * @param path of the page, below the collector's own
 * @param own parameters of its address that no other page reads
 */
export const keeping = (view: View, path: string, own: Record<string, string>): View => ({
  ...view,
  own,
  link: (to, parameters = {}) => view.link(to, to === path ? { ...own, ...parameters } : parameters),
});
