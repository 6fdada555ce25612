import type { Emotion } from '@vivencia/contract/emotion';
import type { Status } from '@vivencia/contract/response';
import type { CellScale } from './cell.ts';

/** A count as scoring and the pages read it: one touchpoint, period and segment already chosen. */
export interface TallyCount {
  status: Status;
  /** Whether it counts as shown. */
  prompted: boolean;
  scale: CellScale;
  emotion: Emotion | null;
  /** Strength 1–5, or the value on an evaluation scale; `null` where none was given, and on the scale `reason`. */
  rating: number | null;
  /** Key of the reason, on the scale `reason` only. */
  reason: string | null;
  /** 0…8, or 9 where latency is not known. */
  latencyBin: number;
  count: number;
}
