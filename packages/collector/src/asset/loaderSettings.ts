import { emotionsOffered } from '@vivencia/contract/emotionSet';
import {
  type LoaderSettings,
  type LoaderTouchpoint,
  type PromptSettings,
  promptSettingNames,
} from '@vivencia/contract/loaderSettings';
import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { Site, Touchpoint } from '../store/site.ts';

/**
 * What the script tag of a site carries. Only declared touchpoints, and of them only what is not the default: every
 * page view pays for it, and what was merely heard must never enlarge it.
 */
export const loaderSettings = (
  { publicKey, gapMinutes, dailyCap }: Site,
  touchpoints: readonly Touchpoint[],
  collector: string,
  ask: string,
  merged: readonly { key: string; into: string }[] = [],
): LoaderSettings => ({
  site: publicKey,
  collector,
  ask,
  gapMinutes,
  dailyCap,
  touchpoints: Object.fromEntries([
    ...merged.flatMap(({ key, into }) => asMerged(key, declared(touchpoints, into))),
    ...touchpoints
      .filter(({ confirmed }) => confirmed)
      .map((touchpoint) => [touchpoint.key, loaderTouchpoint(touchpoint)]),
  ]),
});

const declared = (touchpoints: readonly Touchpoint[], key: string) =>
  touchpoints.find((touchpoint) => touchpoint.confirmed && touchpoint.key === key);

/** Who names it as before is asked as at the touchpoint that it was merged into; what triggers that one, triggers that. */
function asMerged(key: string, into: Touchpoint | undefined): [key: string, LoaderTouchpoint][] {
  if (!into) return [];
  const { triggers, ...settings } = loaderTouchpoint(into);
  return [[key, settings]];
}

const carriedNames = ['triggers', 'unexpected', 'sampling', 'delayMs', 'again'] as const;

function loaderTouchpoint({ key, version, settings }: Touchpoint): LoaderTouchpoint {
  const standard = defaultSettings(key);
  const differs = (name: keyof TouchpointSettings) => JSON.stringify(settings[name]) !== JSON.stringify(standard[name]);
  return {
    version,
    ...Object.fromEntries(carriedNames.filter(differs).map((name) => [name, settings[name]])),
    ...(promptSettingNames.some(differs) ? { prompt: true } : {}),
  };
}

export const promptSettings = (settings: TouchpointSettings): PromptSettings => ({
  emotions: emotionsOffered(settings.emotions),
  strength: settings.strength,
  evaluation: settings.evaluation,
  comment: settings.comment,
  reasons: settings.reasons,
  wording: settings.wording,
  position: settings.position,
});

/** JSON that may stand in a script: nothing in it can end the script or be read as another token. */
export const scriptJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
