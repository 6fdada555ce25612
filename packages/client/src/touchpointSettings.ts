import type { Loosely } from './loosely.ts';
import type { Emotion } from './responseState.ts';

/** A signal of a page that an interaction has ended. */
export type Trigger =
  | { on: 'url'; match: 'exact' | 'contains' | 'starts' | 'ends' | 'regexp'; value: string }
  | { on: 'purchase' }
  | { on: 'event'; name: string }
  | { on: 'visible'; selector: string }
  | {
      on: 'chat';
      product:
        | 'hubspot'
        | 'tawk'
        | 'zendesk'
        | 'zendesk-messenger'
        | 'livechat'
        | 'intercom'
        | 'crisp'
        | 'chatwoot'
        | 'helpscout';
    };

/** A touchpoint's own words for one language. */
export interface Wording {
  question?: string | undefined;
  strength?: string | undefined;
  reasons?: string | undefined;
  evaluation?: string | undefined;
  comment?: string | undefined;
  thanks?: string | undefined;
}

export interface TouchpointSettings {
  title: string;
  /** Where in the journey it stands: before, during or after the purchase. */
  stage: 'before' | 'during' | 'after' | null;
  /** Whether interactions here are unexpected, and so exempt from the quiet rules. */
  unexpected: boolean;
  owner: string;
  note: string;
  triggers: Trigger[];
  /** A set by its name, or a balanced list of your own. */
  emotions: 'core' | 'compact' | 'service' | Emotion[];
  strength: boolean;
  evaluation: 'csat' | 'ces' | 'nps' | null;
  comment: 'optional' | 'off';
  /** Text by language: {"en": "Delivery", "es": "La entrega"}. */
  reasons: { key: string; label: Record<string, string> }[];
  wording: Record<string, Wording>;
  /** Share of interactions that are asked about, 0…1. */
  sampling: number;
  /** Milliseconds between the trigger and the prompt. */
  delayMs: number;
  /** Days for which a visitor is left alone here. */
  again: { answeredDays: number; dismissedDays: number };
  position: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | 'center';
}

/** What is absent is the default, not what it was. */
export type TouchpointToPut = Loosely<Omit<TouchpointSettings, 'again'>> & {
  again?: Loosely<TouchpointSettings['again']> | undefined;
};

export interface Touchpoint extends TouchpointSettings {
  key: string;
  /** Every change makes a new one. */
  version: number;
  /** False of one that was heard and never declared. */
  confirmed: boolean;
}
