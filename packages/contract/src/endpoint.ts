export const responsesPath = '/v1/responses';
export const passesPath = '/v1/passes';
/** Where a backend tells of interactions. */
export const interactionsPath = '/v1/interactions';
/** Where a page that knows who is there learns what to ask about. */
export const armedPath = '/v1/armed';
export const assetsPath = '/assets';

/** A kiosk's page; what it delivers goes to `/responses` and `/passes` below it. */
export const kioskPath = (token: string) => `/k/${token}`;

/** What keeps that page on the device; no token looks like it. */
export const kioskWorkerPath = '/k/worker.js';

/** The script tag's address: the loader with the site's settings inside. */
export const loaderPath = (siteKey: string) => `/s/${siteKey}.js`;

/** The settings alone, as JSON, for pages that bring their own script. */
export const settingsPath = (siteKey: string) => `/s/${siteKey}.json`;

/** A touchpoint's `PromptSettings` as JSON; immutable for one version. */
export const promptSettingsPath = (siteKey: string, touchpoint: string, version: number) =>
  `/s/${siteKey}/${touchpoint}.json?v=${version}`;
