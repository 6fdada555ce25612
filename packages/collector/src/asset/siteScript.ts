import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import { triggerModule } from '@vivencia/contract/touchpoint';
import type { BuiltWidget } from './builtWidget.ts';
import { scriptJson } from './loaderSettings.ts';

/** The loader with a site's settings inside, and of the trigger modules those that its triggers need. */
export function siteScript({ loader, triggers }: BuiltWidget, settings: LoaderSettings): string {
  const rules = Object.values(settings.touchpoints).flatMap((touchpoint) => touchpoint.triggers ?? []);
  const watchers = [...new Set(rules.map(triggerModule))].flatMap((name) => triggers.get(name ?? '') ?? []);
  const written = scriptJson(settings).slice(0, -1);
  return `${loader.before}${written}${watchers.length ? `,"watchers":[${watchers}]` : ''}}${loader.after}`;
}
