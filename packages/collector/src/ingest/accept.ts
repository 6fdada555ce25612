import { maximumAgeMs } from '@vivencia/contract/response';
import { segmentPairs } from '../declare/stateFields.ts';
import type { AcceptedState, Delivery } from '../store/delivery.ts';
import type { ParsedState } from './responseSchema.ts';

/**
 * A validated state as the store takes it: every name present, `null` where nothing was said, and dated.
 * The moment is `received` less the age, or a backend's `at`; a future one becomes now.
 */
export function accept(
  parsed: ParsedState,
  site: number,
  fromBackend: boolean,
  received: number,
  quarantined = false,
  isAnybodys = false,
): Delivery {
  const age = Math.max(0, Math.round(parsed.ageMs ?? 0));
  const latencyLost = age > maximumAgeMs;
  const moment = parsed.at ? Date.parse(parsed.at) : received - Math.min(age, maximumAgeMs);
  return {
    site,
    state: stateOf(parsed),
    fromBackend,
    received,
    moment: Math.min(moment, received),
    latencyLost: latencyLost && !parsed.at,
    quarantined,
    isAnybodys,
  };
}

const stateOf = (parsed: ParsedState): AcceptedState => ({
  id: parsed.id.toLowerCase(),
  revision: parsed.revision,
  touchpoint: parsed.touchpoint,
  status: parsed.status,
  emotion: parsed.emotion ?? null,
  strength: parsed.strength ?? null,
  reasons: [...new Set(parsed.reasons)].sort(),
  evaluation: parsed.evaluation ?? null,
  comment: parsed.comment ?? null,
  latencyMs: typeof parsed.latencyMs === 'number' ? Math.round(parsed.latencyMs) : null,
  interaction: parsed.interaction ?? null,
  unexpected: parsed.unexpected ?? false,
  respondent: parsed.respondent ?? null,
  segment: segmentPairs(parsed.segment),
  locale: parsed.locale ?? null,
  channel: parsed.channel ?? null,
  version: parsed.version || null,
  invitation: parsed.invitation ?? null,
  test: parsed.test ?? false,
});
