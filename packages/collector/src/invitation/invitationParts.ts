import type { AnswerPasses } from '../access/answerPass.ts';
import type { InvitationTokens } from '../access/invitationToken.ts';
import type { SiteLookup } from '../access/siteLookup.ts';
import type { BuiltWidget } from '../asset/builtWidget.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Store } from '../store/store.ts';

/** What links and their pages need. */
export interface InvitationParts {
  store: Store;
  lookup: SiteLookup;
  tokens: InvitationTokens;
  passes: AnswerPasses;
  widget: BuiltWidget;
  now: () => number;
  /** Base address of the collector, without a slash at its end; may have a path. */
  publicUrl: () => string;
  metrics: Metrics;
}
