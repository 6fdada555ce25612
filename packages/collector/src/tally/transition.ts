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
  const { segments, evaluationScale, evaluationValue, reasons, emotion, strength, ...shared } = tallied;
  const cells: Cell[] = [];
  for (const segment of [wholeSegment, ...segments]) {
    const cell = { ...shared, segment };
    cells.push({ ...cell, scale: feltScale, emotion, rating: strength });
    if (evaluationScale) cells.push({ ...cell, scale: evaluationScale, emotion: 0, rating: evaluationValue });
    for (const reason of reasons) cells.push({ ...cell, scale: reasonScale, emotion, rating: reason });
  }
  return cells;
}

/** The change of the counts when a response goes from one state to another: old cells −1, new cells +1. */
export function transition(before: Tallied | null, after: Tallied | null): Delta[] {
  return [
    ...(before ? cellsOf(before).map((cell) => ({ cell, change: -1 })) : []),
    ...(after ? cellsOf(after).map((cell) => ({ cell, change: 1 })) : []),
  ];
}
