import { z } from '@hono/zod-openapi';
import { builtInSegments, channels, responseLimits } from '@vivencia/contract/response';
import { keyPattern } from '@vivencia/contract/touchpoint';
import { atMostUnits, isNameable, isStreamSafe } from '../http/text.ts';

/* What deliveries, and all that backends tell of, have in common. */

const nfc = (text: string) => text.normalize('NFC');

/** What names something: in NFC, and of nothing but characters that can be shown. */
export const name = (maximum: number) =>
  z
    .string()
    .refine(isStreamSafe, { error: 'has more marks on one letter than names may have' })
    .transform(nfc)
    .pipe(atMostUnits(maximum).min(1).refine(isNameable, { error: 'has a character that names may not have' }))
    .openapi({ description: `1–${maximum} UTF-16 units after NFC; no controls` });

/** An interaction, a respondent, an invitation. */
export const identifier = name(responseLimits.identifier);

/** Of a touchpoint or a reason. */
export const key = z.string().regex(keyPattern);

export const channel = z.enum(channels);

const segmentName = name(responseLimits.segmentName)
  .refine((text) => !text.includes(':'), { error: 'may not have a colon' })
  .refine((text) => !(builtInSegments as readonly string[]).includes(text), { error: 'is a built-in segment' });

export const segment = z
  .record(segmentName, name(responseLimits.segmentValue).nullable())
  .refine((pairs) => Object.values(pairs).filter((value) => value !== null).length <= responseLimits.segments, {
    error: `must be at most ${responseLimits.segments} in number`,
  });

/** The segments that say something, sorted by name. */
export const segmentPairs = (said: Record<string, string | null> | null | undefined) =>
  Object.entries(said ?? {})
    .filter((pair): pair is [string, string] => pair[1] !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
