import type { View } from './view.ts';

/** Whether only some of a period's answers are shown. */
export const isFiltered = ({ kept }: View) => [kept.segment, kept.version, kept.stratum].some(Boolean);

const unfiltered = { segment: undefined, version: undefined, stratum: undefined };

/** The way from a filter that lets nothing through to all answers; whoever reads a share has none. */
export const Unfilter = ({ view, path, isFixed }: { view: View; path: string; isFixed: boolean }) =>
  isFixed ? null : <a href={view.link(path, unfiltered)}>{view.words.unfilter}</a>;
