import type { Page } from '../page.ts';
import type { Watcher } from '../trigger/watcher.ts';
import type { Run } from './run.ts';

/** Watches the page for what its site's triggers name. One that fails is told of, and stops no other. */
export function watch({ settings }: Page, run: Run, watchers: Watcher[]): void {
  for (const watcher of watchers) {
    try {
      watcher(
        settings.touchpoints,
        (...ended) => run('trigger', ...ended),
        (touchpoint) => run('likely', touchpoint),
      );
    } catch (problem) {
      run('fail', problem);
    }
  }
}
