import { latencyBin, unknownLatencyBin } from '@vivencia/contract/latency';
import { channels, type Status, statuses } from '@vivencia/contract/response';
import type { EvaluationScale } from '@vivencia/contract/scale';
import { getTableColumns } from 'drizzle-orm';
import { bucketOf } from '../../tally/bucket.ts';
import { cellScales, emotionCode, emotionOf, scaleCode, statusCode } from '../../tally/cell.ts';
import type { Tallied } from '../../tally/transition.ts';
import type { AcceptedState } from '../delivery.ts';
import { idText } from '../idBytes.ts';
import type { Mark } from '../marking.ts';
import { response } from './schema.ts';

export type ResponseRow = typeof response.$inferSelect;
export type ResponseKey = Pick<ResponseRow, 'id' | 'site'>;

/** The part of a row that every delivered state replaces whole. */
export type StateColumns = Omit<
  ResponseRow,
  'id' | 'site' | 'at' | 'receivedAfter' | 'answeredAfter' | 'prompted' | 'standing'
>;

/** The numbers that stand for a state's words. */
export interface StateNumbers {
  touchpoint: number;
  locale: number;
  segments: number[];
  reasons: number[];
}

/** The bits of a response's standing. */
export const standingBits: Record<Mark, number> = { quarantined: 1, discarded: 2 };

export const stateColumns = (state: AcceptedState, numbers: StateNumbers): StateColumns => ({
  touchpoint: numbers.touchpoint,
  revision: state.revision,
  status: statusCode(state.status),
  emotion: emotionCode(state.emotion),
  strength: state.strength ?? 0,
  evaluationScale: state.evaluation ? scaleCode(state.evaluation.scale) : 0,
  evaluationValue: state.evaluation?.value ?? 0,
  latencyMs: state.latencyMs,
  version: state.version ?? 0,
  test: Number(state.test),
  unexpected: Number(state.unexpected),
  channel: state.channel ? channels.indexOf(state.channel) + 1 : 0,
  locale: numbers.locale,
  segments: numbers.segments.length ? numbers.segments : null,
  reasons: numbers.reasons.length ? numbers.reasons : null,
  interaction: state.interaction,
  respondent: state.respondent,
  invitation: state.invitation,
});

const columns = Object.entries(getTableColumns(response));

/** A row from its values in the order of the columns. */
export function rowOf(values: unknown[] | undefined): ResponseRow | undefined {
  if (!values) return undefined;
  const row: Record<string, unknown> = {};
  columns.forEach(([name, column], place) => {
    const value = values[place];
    row[name] = value === null ? null : column.mapFromDriverValue(value);
  });
  return row as ResponseRow;
}

/**
 * What of a row is counted; `null` where its standing keeps it out. `channelSegment` is the number of its `channel=…`
 * segment, 0 where it has none.
 */
export function talliedOf(row: ResponseRow, timeZone: string, channelSegment: number): Tallied | null {
  if (row.standing !== 0) return null;
  const minutes = row.latencyMs === null ? undefined : row.latencyMs / 60_000;
  const { hour, day } = bucketOf(row.at, timeZone);
  return {
    hour,
    day,
    touchpoint: row.touchpoint,
    segments: segmentsOf(row, channelSegment),
    version: row.version,
    prompted: row.prompted,
    test: row.test,
    status: row.status,
    emotion: row.emotion,
    strength: row.strength,
    evaluationScale: row.evaluationScale,
    evaluationValue: row.evaluationValue,
    reasons: row.reasons ?? [],
    latencyBin: statuses[row.status] === 'answered' ? latencyBin(minutes) : unknownLatencyBin,
  };
}

/** Numbers of all of a row's segments, built-in ones among them. */
function segmentsOf({ locale, segments }: ResponseRow, channel: number): number[] {
  const all = segments ? [...segments] : [];
  if (locale > 0) all.unshift(locale);
  if (channel > 0) all.unshift(channel);
  return all;
}

/** The words that a row's numbers stand for. */
export interface RowWords {
  touchpoint: string;
  locale: string | null;
  segment: [name: string, value: string][];
  reasons: string[];
  comment: string | null;
}

export const stateOf = (row: ResponseRow, words: RowWords): AcceptedState => ({
  id: idText(row.id),
  revision: row.revision,
  touchpoint: words.touchpoint,
  status: statuses[row.status] as Status,
  emotion: emotionOf(row.emotion),
  strength: row.strength || null,
  reasons: words.reasons,
  evaluation: row.evaluationScale
    ? { scale: cellScales[row.evaluationScale] as EvaluationScale, value: row.evaluationValue }
    : null,
  comment: words.comment,
  latencyMs: row.latencyMs,
  interaction: row.interaction,
  unexpected: row.unexpected === 1,
  respondent: row.respondent,
  segment: words.segment,
  locale: words.locale,
  channel: channelOf(row.channel),
  version: row.version || null,
  invitation: row.invitation,
  test: row.test === 1,
});

export const channelOf = (code: number) => channels[code - 1] ?? null;
