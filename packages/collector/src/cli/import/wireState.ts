import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { evaluationOf } from './evaluationOf.ts';
import type { MappedRow } from './mappedRow.ts';
import { momentOf } from './momentOf.ts';
import { parsePlainNumber } from './plainNumber.ts';
import { quoted } from './quoted.ts';
import { rescaleStrength } from './rescaleStrength.ts';
import type { Rules } from './rules.ts';
import { segmentOf } from './segmentOf.ts';

/**
 * A row as a backend would POST it, but for its id. What a value may be is left to the schema of that route: here it is
 * only brought into the wire's form.
 *
 * @param now milliseconds since 1970
 * @throws Rejected
 */
export function wireStateOf(row: MappedRow, rules: Rules, timeZone: string, now: number) {
  const latency = row.number('latency');
  return {
    revision: rules.revision ?? row.number('revision') ?? 0,
    touchpoint: row.text('touchpoint') ?? undefined,
    status: row.text('status') ?? 'answered',
    emotion: catalogued(row.text('emotion')),
    strength: strengthOf(row, rules.strengthMaximum),
    reasons: row.texts('reasons'),
    evaluation: evaluationOf(row),
    comment: row.verbatim('comment'),
    latencyMs: latency === null ? row.number('latencyMs') : latency * rules.latencyUnitMs,
    interaction: row.text('interaction'),
    unexpected: row.boolean('unexpected'),
    respondent: row.text('respondent'),
    segment: segmentOf(row),
    locale: row.text('locale'),
    channel: row.text('channel')?.toLowerCase() ?? null,
    version: row.number('version'),
    invitation: row.text('invitation'),
    test: row.boolean('test'),
    at: new Date(momentIn(row, rules, timeZone, now)).toISOString(),
  };
}

function momentIn(row: MappedRow, { timeFormat }: Rules, timeZone: string, now: number): number {
  const text = row.text('at');
  if (text === null) throw row.rejected('at', 'is missing');
  const moment = momentOf(text, timeFormat, timeZone);
  if (typeof moment === 'object') throw row.rejected('at', `${quoted(text)} ${moment.reason}`);
  if (moment < 0) throw row.rejected('at', `${quoted(text)} is before 1970`);
  if (moment > now) throw row.rejected('at', `${quoted(text)} is still to come`);
  return moment;
}

function strengthOf(row: MappedRow, maximum: number): number | null {
  const text = row.text('strength');
  if (text === null) return null;
  const number = parsePlainNumber(text);
  if (!number) throw row.rejected('strength', `${quoted(text)} is no plain number like 4`);
  const strength = rescaleStrength(number, maximum);
  if (strength === null) throw row.rejected('strength', `${text} of ${maximum} is no whole strength from 1 to 5`);
  return strength;
}

/** The catalogue's own writing, where only capitals differ. */
function catalogued(text: string | null): string | null {
  const lower = text?.toLowerCase();
  return emotions.includes(lower as Emotion) ? (lower as Emotion) : text;
}
