import { assetsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import { watchAttributes } from '../trigger/attribute.ts';
import { watchAddress } from '../trigger/url.ts';
import type { Watcher } from '../trigger/watcher.ts';
import { type AskChunk, createCommands } from './commands.ts';
import { openPage } from './openPage.ts';
import { takeOver } from './queue.ts';
import { resume } from './resume.ts';
import { watch } from './watch.ts';

/** The collector writes the site's settings in this place, once, with the watchers that its triggers need. */
declare const __VIVENCIA_SETTINGS__: LoaderSettings & { watchers?: Watcher[] };

try {
  const settings = __VIVENCIA_SETTINGS__;
  // Not document.currentScript: modules have none, and an image of that name in a visitor's text would stand for it.
  const tag = document.querySelector<HTMLScriptElement>(`script[src*="${settings.site}"]`);
  const page = openPage(settings, tag?.dataset);
  let chunk: Promise<AskChunk> | undefined;
  const run = createCommands(page, () => {
    // One promise, so that what is triggered first is asked first; another one after it failed.
    chunk ??= import(`${settings.collector}${assetsPath}/${settings.ask}`).catch((problem) => {
      chunk = undefined;
      throw problem;
    });
    return chunk as Promise<AskChunk>;
  });
  if (takeOver(run)) {
    watch(page, run, [watchAttributes, watchAddress, ...(settings.watchers ?? [])]);
    resume(page, run);
  }
} catch {
  // A page may have put anything in place of what we call.
}
