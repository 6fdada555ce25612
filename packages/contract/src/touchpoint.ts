import type { EmotionSet } from './emotionSet.ts';
import type { EvaluationScale } from './scale.ts';

/** Touchpoint keys and reason keys. */
export const keyPattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Unconfirmed touchpoints beyond the cap, and segments beyond theirs, are kept under this key. */
export const overflowKey = 'other';

/** Where in the journey a touchpoint stands: before, during or after the purchase. */
export const stages = ['before', 'during', 'after'] as const;
export type Stage = (typeof stages)[number];

export const urlMatches = ['exact', 'contains', 'starts', 'ends', 'regexp'] as const;
export type UrlMatch = (typeof urlMatches)[number];

/** Chat products whose end of a conversation can be told; `zendesk` is the classic Web Widget. */
export const chatProducts = [
  'hubspot',
  'tawk',
  'zendesk',
  'zendesk-messenger',
  'livechat',
  'intercom',
  'crisp',
  'chatwoot',
  'helpscout',
] as const;
export type ChatProduct = (typeof chatProducts)[number];

/** A signal of the host page that an interaction has ended. */
export type Trigger =
  | { on: 'url'; match: UrlMatch; value: string }
  /** An e-commerce `purchase` in the page's `dataLayer`; asks once per `transaction_id`. */
  | { on: 'purchase' }
  /** A DOM event with this name, dispatched on the window, the document or an element of it. */
  | { on: 'event'; name: string }
  /** An element that this CSS selector matches has been in view for a second; asks once per element. */
  | { on: 'visible'; selector: string }
  /** A conversation has ended; asks once per conversation. */
  | { on: 'chat'; product: ChatProduct };

/** Events that we tell ourselves; a trigger that waited for one would call itself. */
export const ownEventPrefix = 'vivencia:';

/** The name of the loader's module that watches for a trigger, or null where the loader does so itself. */
export const triggerModule = (trigger: Trigger): string | null =>
  trigger.on === 'url' ? null : trigger.on === 'chat' ? `chat.${trigger.product}` : trigger.on;

export const commentModes = ['optional', 'off'] as const;
export type CommentMode = (typeof commentModes)[number];

export const positions = ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'center'] as const;
export type Position = (typeof positions)[number];

/** Text by locale: {"en": "Delivery", "es": "La entrega"}. */
export type LocalizedText = Record<string, string>;

export interface Reason {
  key: string;
  label: LocalizedText;
}

/** A touchpoint's own words for one locale; whatever is absent is said in our words. */
export interface Wording {
  question?: string | undefined;
  strength?: string | undefined;
  reasons?: string | undefined;
  /** The question of the evaluation; its scale stays, and so does which end of it is good. */
  evaluation?: string | undefined;
  comment?: string | undefined;
  thanks?: string | undefined;
}

/** How long the visitor is left alone at this touchpoint, in days; 0 asks at the next interaction. */
export interface AgainRule {
  answeredDays: number;
  dismissedDays: number;
}

/** Everything that is settled about a touchpoint. Every change makes a new version; answers remember theirs. */
export interface TouchpointSettings {
  title: string;
  stage: Stage | null;
  /** Whether interactions here are unexpected (an error, a complaint) and so exempt from the quiet rules. */
  unexpected: boolean;
  owner: string;
  note: string;
  triggers: Trigger[];
  emotions: EmotionSet;
  strength: boolean;
  evaluation: EvaluationScale | null;
  comment: CommentMode;
  reasons: Reason[];
  wording: Record<string, Wording>;
  /** Share of interactions that are asked about, 0…1. */
  sampling: number;
  /** Milliseconds between the trigger and the prompt. */
  delayMs: number;
  again: AgainRule;
  position: Position;
}

export const touchpointLimits = {
  title: 80,
  owner: 80,
  note: 2_000,
  triggers: 20,
  triggerValue: 500,
  eventName: 100,
  reasons: 12,
  label: 60,
  wording: 160,
  locales: 20,
  delayMs: 60_000,
  againDays: 3_650,
} as const;

/** The settings of a touchpoint about which nothing was said. */
export const defaultSettings = (key: string): TouchpointSettings => ({
  title: titleOf(key),
  stage: null,
  unexpected: false,
  owner: '',
  note: '',
  triggers: [],
  emotions: 'core',
  strength: true,
  evaluation: null,
  comment: 'optional',
  reasons: [],
  wording: {},
  sampling: 1,
  delayMs: 800,
  again: { answeredDays: 14, dismissedDays: 30 },
  position: 'bottom-end',
});

/** `support-chat` → `Support chat` */
const titleOf = (key: string) => {
  const words = key.replace(/[._-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
