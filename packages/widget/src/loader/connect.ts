import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import { watchAttributes } from '../trigger/attribute.ts';
import { watchAddress } from '../trigger/url.ts';
import type { Watcher } from '../trigger/watcher.ts';
import { createCommands } from './commands.ts';
import { type Connection, fetchSettings } from './fetchSettings.ts';
import { openPage } from './openPage.ts';
import { takeOver } from './queue.ts';
import { resume } from './resume.ts';
import type { Run } from './run.ts';
import { watch } from './watch.ts';

/**
 * For pages that bring their own script: the site's settings are fetched. What is called before they are there waits
 * for them. Where fetching fails, that is told, and the next trigger tries again.
 *
 * @param said `test`, `consent`: as on the script tag
 * @param watchersOf what else to watch for, once it is known what the site's triggers are
 * @returns the page's `vivencia`: where there was one already, that one, and nothing else happens
 */
export function connect(
  connection: Connection,
  said: DOMStringMap,
  watchersOf: (settings: LoaderSettings, run: Run) => Promise<Watcher[]>,
): Run {
  const page = openPage({ ...connection, ask: '', gapMinutes: 0, dailyCap: 0, touchpoints: {} }, said);
  const fail = (problem: unknown) => run('fail', problem);
  let fetched: Promise<void> | undefined;
  const settings = () => {
    fetched ??= fetchSettings(connection).then((told) => {
      page.settings = told;
      watch(page, run, [watchAddress]);
      watchersOf(told, run)
        .then((watchers) => watch(page, run, watchers))
        .catch(fail);
    });
    fetched.catch(() => {
      fetched = undefined;
    });
    return fetched;
  };
  const run = createCommands(page, async () => {
    const [chunk] = await Promise.all([import('../asking/chunk.ts'), settings()]);
    return chunk;
  });
  if (!takeOver(run)) return (window as { vivencia?: Run }).vivencia as Run;
  // These need no settings, and a person may be quick.
  watch(page, run, [watchAttributes]);
  settings().catch(fail);
  resume(page, run);
  return run;
}
