import { settingsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import { watchAttributes } from '../trigger/attribute.ts';
import { watchAddress } from '../trigger/url.ts';
import type { Watcher } from '../trigger/watcher.ts';
import { createCommands, type Run } from './commands.ts';
import { openPage } from './openPage.ts';
import { resume } from './resume.ts';
import { watch } from './watch.ts';

/** Where a page's own script finds its site. */
export interface Connection {
  /** Public key of the site. */
  site: string;
  /** Base address of the collector. */
  collector: string;
}

/**
 * For pages that bring their own script: the site's settings are fetched. What is called before they are there waits
 * for them.
 *
 * @param said `test`, `consent`: as on the script tag
 * @param watchersOf what else to watch for, once it is known what the site's triggers are
 */
export function connect(
  { site, collector }: Connection,
  said: DOMStringMap,
  watchersOf: (settings: LoaderSettings) => Watcher[] | Promise<Watcher[]>,
): Run {
  const page = openPage({ site, collector, ask: '', gapMinutes: 0, dailyCap: 0, touchpoints: {} }, said);
  let fetched: Promise<void> | undefined;
  const settings = () => {
    fetched ??= (async () => {
      const answer = await fetch(collector + settingsPath(site), { credentials: 'omit' });
      if (!answer.ok) throw answer.status === 401 ? 'unknown_site' : `settings: ${answer.status}`;
      page.settings = { ...(await answer.json()), collector };
    })();
    fetched.catch(() => {
      fetched = undefined;
    });
    return fetched;
  };
  const run = createCommands(page, async () => {
    const [chunk] = await Promise.all([import('../asking/chunk.ts'), settings()]);
    return chunk;
  });
  // These need no settings, and a person may be quick.
  watch(page, run, [watchAttributes]);
  settings()
    .then(() => watchersOf(page.settings))
    .then((watchers) => watch(page, run, [watchAddress, ...watchers]))
    .catch((problem) => run('fail', problem));
  resume(page, run);
  return run;
}
