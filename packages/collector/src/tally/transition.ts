import type { Bucket } from './bucket.ts';
import { type Cell, scaleCode } from './cell.ts';

/** What of one response is counted, in stored codes (see `Cell`). */
export interface Tallied extends Bucket {
  touchpoint: number;
  /** Numbers of its segments, built-in ones among them. */
  segments: readonly number[];
  version: number;
  prompted: number;
  test: number;
  status: number;
  emotion: number;
  strength: number;
  /** Index in `cellScales`; 0 where none was given. */
  evaluationScale: number;
  evaluationValue: number;
  /** Numbers of the reasons that were chosen. */
  reasons: readonly number[];
  latencyBin: number;
}

export interface Delta {
  cell: Cell;
  change: number;
}

const feltScale = scaleCode('felt');
const reasonScale = scaleCode('reason');
const wholeSegment = 0;

/** Every cell that a response stands in, once each. */
export function cellsOf(tallied: Tallied): Cell[] {
  const { emotion, strength, evaluationScale, evaluationValue, reasons } = tallied;
  const cells: Cell[] = [];
  const addTo = (segment: number) => {
    cells.push(cellOf(tallied, segment, feltScale, emotion, strength));
    if (evaluationScale) cells.push(cellOf(tallied, segment, evaluationScale, 0, evaluationValue));
    for (const reason of reasons) cells.push(cellOf(tallied, segment, reasonScale, emotion, reason));
  };
  addTo(wholeSegment);
  for (const segment of tallied.segments) addTo(segment);
  return cells;
}

// Written out: it runs for every delivery, and spreading objects was a tenth of what a delivery takes.
const cellOf = (tallied: Tallied, segment: number, scale: number, emotion: number, rating: number): Cell => ({
  hour: tallied.hour,
  day: tallied.day,
  touchpoint: tallied.touchpoint,
  segment,
  version: tallied.version,
  prompted: tallied.prompted,
  test: tallied.test,
  status: tallied.status,
  scale,
  emotion,
  rating,
  latencyBin: tallied.latencyBin,
});

/** The change of the counts when a response goes from one state to another: old cells −1, new cells +1. */
export function transition(before: Tallied | null, after: Tallied | null): Delta[] {
  return [
    ...(before ? cellsOf(before).map((cell) => ({ cell, change: -1 })) : []),
    ...(after ? cellsOf(after).map((cell) => ({ cell, change: 1 })) : []),
  ];
}
