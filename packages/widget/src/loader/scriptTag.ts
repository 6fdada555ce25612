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

const settings = __VIVENCIA_SETTINGS__;
const page = openPage(settings, document.currentScript?.dataset);
const run = createCommands(page, (): Promise<AskChunk> => import(`${settings.collector}${assetsPath}/${settings.ask}`));
if (takeOver(run)) {
  watch(page, run, [watchAttributes, watchAddress, ...(settings.watchers ?? [])]);
  resume(page, run);
}
