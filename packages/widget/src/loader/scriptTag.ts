import { assetsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import type { Watcher } from '../trigger/watcher.ts';
import { openPage } from './openPage.ts';
import { takeOver } from './queue.ts';
import { type AskChunk, createVivencia } from './vivencia.ts';
import { watch } from './watch.ts';

/** The collector writes the site's settings in this place, once, with the watchers that its triggers need. */
declare const __VIVENCIA_SETTINGS__: LoaderSettings & { ask: string; watchers?: Watcher[] };

const settings = __VIVENCIA_SETTINGS__;
const page = openPage(settings, document.currentScript?.dataset);
const load = (): Promise<AskChunk> => import(`${settings.collector}${assetsPath}/${settings.ask}`);
const vivencia = createVivencia(page, load);
if (takeOver(vivencia)) watch(page, vivencia, settings.watchers ?? []);
