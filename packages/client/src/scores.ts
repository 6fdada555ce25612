import type { CallOptions } from './callOptions.ts';
import type {
  AnswersQuery,
  Histogram,
  Period,
  Scores,
  ScoresQuery,
  TouchpointScore,
  Trend,
  TrendQuery,
} from './scoreTypes.ts';
import { touchpointPath } from './touchpoints.ts';
import type { Transport } from './transport.ts';

export function scores(transport: Transport) {
  const read = <T>(path: string, query: object, options: CallOptions | undefined) =>
    transport.get<T>(path, { ...query }, options);

  return {
    /** Every touchpoint, in rank order. */
    get: (query: ScoresQuery = {}, options?: CallOptions) => read<Scores>('/v1/scores', query, options),

    /** One touchpoint. */
    of: (touchpoint: string, query: ScoresQuery = {}, options?: CallOptions) =>
      read<TouchpointScore & { period: Period; before?: Period | undefined }>(
        `${touchpointPath(touchpoint)}/score`,
        query,
        options,
      ),

    /** One touchpoint over time. */
    trend: (touchpoint: string, query: TrendQuery = {}, options?: CallOptions) =>
      read<Trend>(`${touchpointPath(touchpoint)}/trend`, query, options),

    /** What one touchpoint's score rests on. */
    histogram: (touchpoint: string, query: AnswersQuery = {}, options?: CallOptions) =>
      read<Histogram>(`${touchpointPath(touchpoint)}/histogram`, query, options),
  };
}
