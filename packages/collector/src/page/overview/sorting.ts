import type { Movement } from '../../stats/movements.ts';
import type { TouchpointRow } from '../../stats/scoresReport.ts';
import { mainEmotion } from '../kit/mainEmotion.ts';
import type { View } from '../kit/view.ts';

/** The columns by which the table can be sorted. The first is how it comes. */
export const sortKeys = ['intensity', 'touchpoint', 'balance', 'feeling', 'answers', 'trend'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the table is sorted by; turned, the other way round than is usual for that column. */
export interface Sorting {
  by: SortKey;
  isTurned: boolean;
}

/** @param text value of `?sort=`: a column's key, `-` in front turns it; anything else is as nothing */
export function readSorting(text = ''): Sorting {
  const by = sortKeys.find((key) => key === text.replace(/^-/, ''));
  return by ? { by, isTurned: text.startsWith('-') } : { by: sortKeys[0], isTurned: false };
}

/** Which way a column goes where it is not turned. */
const usually: Record<SortKey, 'ascending' | 'descending'> = {
  intensity: 'descending',
  touchpoint: 'ascending',
  balance: 'ascending',
  feeling: 'ascending',
  answers: 'descending',
  trend: 'ascending',
};

export function directionOf({ by, isTurned }: Sorting): 'ascending' | 'descending' {
  if (!isTurned) return usually[by];
  return usually[by] === 'ascending' ? 'descending' : 'ascending';
}

/** Where a column's header leads: to its usual order, or turned where that is how it is. */
export function nextSort(by: SortKey, sorting: Sorting): string | undefined {
  if (sorting.by === by && !sorting.isTurned) return `-${by}`;
  return by === sortKeys[0] ? undefined : by;
}

/** Sorted rows; those without a figure stay at the end, and what is alike in rank order. */
export function sorted(
  rows: readonly TouchpointRow[],
  sorting: Sorting,
  view: View,
  moved: ReadonlyMap<string, Movement>,
): TouchpointRow[] {
  const collator = new Intl.Collator(view.language);
  const place = new Map(rows.map((row, index) => [row, index]));
  const feeling = (row: TouchpointRow) => {
    const main = mainEmotion(row);
    return main === null ? '' : main === 'mixed' ? view.words.mixed : view.words.emotion[main.emotion];
  };
  const shift = (row: TouchpointRow) => {
    const movement = moved.get(row.touchpoint);
    return row.change?.valence?.value ?? (movement ? movement.after - movement.before : 0);
  };
  const inOrder = (a: TouchpointRow, b: TouchpointRow) => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  const compare: Record<SortKey, (a: TouchpointRow, b: TouchpointRow) => number> = {
    intensity: inOrder,
    touchpoint: (a, b) => collator.compare(a.title, b.title),
    balance: (a, b) => (a.valence?.value ?? 0) - (b.valence?.value ?? 0),
    feeling: (a, b) => collator.compare(feeling(a), feeling(b)),
    answers: (a, b) => b.answered - a.answered,
    trend: (a, b) => shift(a) - shift(b),
  };
  const turn = sorting.isTurned ? -1 : 1;
  return rows.toSorted(
    (a, b) => Number(b.enough) - Number(a.enough) || turn * compare[sorting.by](a, b) || inOrder(a, b),
  );
}
