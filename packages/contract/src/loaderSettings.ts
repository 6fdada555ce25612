import type { Emotion } from './emotion.ts';
import type { EvaluationScale } from './scale.ts';
import type { AgainRule, CommentMode, Position, Reason, TouchpointSettings, Trigger, Wording } from './touchpoint.ts';

/**
 * What the script tag carries of a declared touchpoint. Only what is not the default is there, because every page view
 * pays for it.
 */
export interface LoaderTouchpoint {
  version: number;
  triggers?: Trigger[];
  unexpected?: boolean;
  sampling?: number;
  delayMs?: number;
  again?: AgainRule;
  /** Its prompt settings are not the defaults: fetch them from `promptSettingsPath` when a prompt is going to show. */
  prompt?: true;
}

/** The settings inside the script tag `/s/{siteKey}.js`, and at `settingsPath` for those who bring their own script. */
export interface LoaderSettings {
  /** Public key of the site. */
  site: string;
  /** Base address of the collector, without a slash at its end. */
  collector: string;
  /** File name, under `assetsPath`, of the chunk that asks: the only one that the loader fetches. */
  ask: string;
  /** Minutes between any two prompts to one visitor. */
  gapMinutes: number;
  /** Prompts to one visitor in a day; 0 = no limit. */
  dailyCap: number;
  touchpoints: Record<string, LoaderTouchpoint>;
}

/** What travels with the prompt, not with the loader. */
export interface PromptSettings {
  emotions: readonly Emotion[];
  strength: boolean;
  evaluation: EvaluationScale | null;
  comment: CommentMode;
  reasons: Reason[];
  wording: Record<string, Wording>;
  position: Position;
}

/** The names of a touchpoint's settings that travel with the prompt. */
export const promptSettingNames = [
  'emotions',
  'strength',
  'evaluation',
  'comment',
  'reasons',
  'wording',
  'position',
] as const satisfies (keyof TouchpointSettings & keyof PromptSettings)[];

/**
 * In the built loader stands this identifier where the collector writes the site's `LoaderSettings`, and with them as
 * `watchers` the modules that its triggers need.
 */
export const settingsPlaceholder = '__VIVENCIA_SETTINGS__';
