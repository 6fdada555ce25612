import { emotionOf, scaleOf, statusOf } from '../../tally/cell.ts';
import type { TallyCount } from '../../tally/tallyCount.ts';
import type { BucketTally, SegmentTally, TouchpointTally } from '../tally.ts';
import { unpackCell } from './packedCell.ts';

/** The numbers of one row: what it is grouped by (a touchpoint, a bucket or a segment), its packed cell, its count. */
const rowLength = 3;

/**
 * Counts as they travel between threads: plain numbers, because a hundred thousand objects would be slow to hand over
 * and, made by the handing over, slow to read ever after.
 */
export interface TallyRows {
  /** Row after row. */
  numbers: Float64Array;
  /** Of which touchpoint all rows are; `null`: that is what they are grouped by. */
  touchpoint: number | null;
  /** Keys of the reasons, by touchpoint and number: `3 1` → `delivery`. */
  reasons: ReadonlyMap<string, string>;
}

/** What a query's touchpoints are called, and how many interactions passed each. */
export interface TallySheet extends TallyRows {
  touchpoints: { id: number; key: string }[];
  passed: ReadonlyMap<number, number>;
}

/** Counts by segment, and what the segments' numbers stand for. */
export interface SegmentRows extends TallyRows {
  segments: { id: number; name: string; value: string }[];
}

/** The touchpoints of which anything was counted. */
export function talliesOf({ touchpoints, passed, ...rows }: TallySheet): TouchpointTally[] {
  const counts = countsOf(rows);
  return touchpoints
    .filter(({ id }) => passed.has(id) || counts.has(id))
    .map(({ id, key }) => ({ touchpoint: key, passed: passed.get(id) ?? 0, counts: counts.get(id) ?? [] }));
}

/** Buckets in the order of their rows. */
export const bucketsOf = (rows: TallyRows): BucketTally[] =>
  [...countsOf(rows)].map(([bucket, counts]) => ({ bucket, counts }));

/** In the order of the segments. */
export function segmentTalliesOf({ segments, ...rows }: SegmentRows): SegmentTally[] {
  const counts = countsOf(rows);
  return segments.flatMap(({ id, name, value }) => {
    const found = counts.get(id);
    return found ? [{ name, value, counts: found }] : [];
  });
}

function countsOf({ numbers, touchpoint, reasons }: TallyRows): Map<number, TallyCount[]> {
  const counts = new Map<number, TallyCount[]>();
  for (let start = 0; start < numbers.length; start += rowLength) {
    const by = numbers[start] as number;
    const { prompted, status, scale: code, emotion, rating, latencyBin } = unpackCell(numbers[start + 1] as number);
    const scale = scaleOf(code);
    const list = counts.get(by) ?? [];
    counts.set(by, list);
    list.push({
      status: statusOf(status),
      prompted: prompted === 1,
      scale,
      emotion: emotionOf(emotion),
      rating: ratingOf(scale, rating),
      reason: scale === 'reason' ? (reasons.get(`${touchpoint ?? by} ${rating}`) ?? null) : null,
      latencyBin,
      count: numbers[start + 2] as number,
    });
  }
  return counts;
}

function ratingOf(scale: TallyCount['scale'], stored: number): number | null {
  if (scale === 'reason') return null;
  return scale === 'felt' ? stored || null : stored;
}
