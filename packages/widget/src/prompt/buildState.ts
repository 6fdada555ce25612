import { type PublicResponseState, responseLimits, type Status } from '@vivencia/contract/response';
import type { Ask } from '../ask.ts';
import type { Answers } from './promptModel.ts';

/** Where a response stands: what changes from one delivery to the next. */
export interface Standing {
  id: string;
  revision: number;
  status: Status;
  answers?: Answers | undefined;
  latencyMs?: number | undefined;
}

/**
 * The whole state of a response, as the collector takes it. What the host page says may be of any shape and length: it
 * is made to fit, because a refused delivery would lose the answer with it. What is absent is `undefined`.
 */
export function buildState(ask: Ask, { answers, ...standing }: Standing): PublicResponseState {
  const { site, touchpoint, interaction, unexpected, page, version } = ask;
  const { identifier, segments, segmentName, segmentValue } = responseLimits;
  const traits = Object.entries({ ...page.segment, ...ask.segment }).slice(0, segments);
  return {
    site,
    touchpoint,
    ...standing,
    ...answers,
    interaction: interaction == null ? undefined : `${interaction}`.slice(0, identifier),
    unexpected,
    segment:
      traits[0] &&
      Object.fromEntries(
        traits.map(([name, value]) => [name.slice(0, segmentName), `${value}`.slice(0, segmentValue)]),
      ),
    locale: ask.locale,
    channel: 'web',
    version,
    test: page.test || undefined,
  };
}
