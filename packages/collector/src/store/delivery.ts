import type { Emotion } from '@vivencia/contract/emotion';
import type { Channel, Outcome, Status } from '@vivencia/contract/response';
import type { Evaluation } from '@vivencia/contract/scale';

/** A response's state after validation: every name present, `null` where nothing was said, texts in NFC. */
export interface AcceptedState {
  /** UUID in lower case. */
  id: string;
  revision: number;
  touchpoint: string;
  status: Status;
  emotion: Emotion | null;
  strength: number | null;
  /** Without repeats, sorted. */
  reasons: string[];
  evaluation: Evaluation | null;
  comment: string | null;
  /** Whole milliseconds; `null` where it is not known. */
  latencyMs: number | null;
  interaction: string | null;
  unexpected: boolean;
  respondent: string | null;
  /** Name and value, sorted by name. */
  segment: [name: string, value: string][];
  locale: string | null;
  channel: Channel | null;
  version: number | null;
  invitation: string | null;
  test: boolean;
}

/** A state as it is handed to the store: whose it is, and when it came. */
export interface Delivery {
  site: number;
  state: AcceptedState;
  /** Whether it came with a secret key. */
  fromBackend: boolean;
  /** Milliseconds since 1970. */
  received: number;
  /** When the first tap (or the showing) was, in milliseconds since 1970. Only the first stored delivery's counts. */
  moment: number;
  /** Whether it lay so long before it was sent that its latency is taken as not known. */
  latencyLost: boolean;
  /** Whether anybody may have sent it: whoever has no more than a public key or a kiosk's address, and no link. */
  isAnybodys?: boolean;
  /** Whether it is kept uncounted until somebody releases it. Only the first stored delivery's counts. */
  quarantined: boolean;
}

/** What the store did with one delivery; a refusal leaves no trace of it. */
export type DeliveryResult =
  | { outcome: Outcome }
  | { refused: 'response_closed' | 'revision_conflict' | 'invitation_used' | 'unknown_site' }
  | { refused: 'invalid_response'; path: string; reason: string };
