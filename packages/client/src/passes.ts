import type { CallOptions } from './callOptions.ts';
import type { Transport } from './transport.ts';

/** Why an interaction was not asked about. */
export type SuppressionReason =
  | 'cooldown'
  | 'gap'
  | 'sampled'
  | 'consent'
  | 'privacy_signal'
  | 'already_asked'
  | 'open_dialog'
  | 'closed_site'
  | 'offline'
  | 'repeat';

/** An interaction that passed a touchpoint and was asked about in your own surface, or was not. */
export type Pass = PassedInteraction &
  ({ outcome: 'asked'; reason?: null | undefined } | { outcome: 'suppressed'; reason: SuppressionReason });

interface PassedInteraction {
  touchpoint: string;
  /** One that was told of by `interactions.record` is counted already, and not again. */
  interaction?: string | null | undefined;
}

const mostAtOnce = 50;

export function passes(transport: Transport) {
  return {
    /**
     * Counts what passed, for those who ask in a surface of their own. Not repeated by itself unless the collector says
     * that it did nothing, because each counts; after an error those before it may have counted.
     */
    record: async (given: readonly Pass[], options?: CallOptions): Promise<void> => {
      for (let start = 0; start < given.length; start += mostAtOnce) {
        await transport.postOnce('/v1/passes', given.slice(start, start + mostAtOnce), options);
      }
    },
  };
}
