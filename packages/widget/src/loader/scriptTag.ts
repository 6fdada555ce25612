import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import { type Commands, createCommands } from './commands.ts';
import { watchAttributes } from './trigger/attribute.ts';
import { watchAddress } from './trigger/url.ts';

/** The collector writes the site's settings in this place, once. */
declare const __VIVENCIA_SETTINGS__: LoaderSettings;

type Call = [command: string, ...args: unknown[]];
type Queue = { push(call: Call): unknown };
type Vivencia = ((...call: Call) => unknown) & { q?: Call[] | Queue };

const global = window as { vivencia?: Vivencia };
const queue = global.vivencia?.q;

// The stub's queue is an array; ours is not, so a second script tag finds that the first has come.
if (!queue || 'map' in queue) {
  const settings = __VIVENCIA_SETTINGS__;
  const commands = createCommands(settings, document.currentScript?.dataset.test != null);
  const vivencia: Vivencia = (command, ...args) => {
    try {
      return (commands[command as keyof Commands] as (...args: unknown[]) => unknown)(...args);
    } catch (error) {
      // The page never sees an exception from us; whoever writes it sees what was wrong.
      console.warn(error);
    }
  };
  // A page that kept the stub goes on pushing to vivencia.q.
  const later: Queue = { push: (call) => vivencia(...call) };
  vivencia.q = later;
  global.vivencia = vivencia;
  const trigger = (...args: unknown[]) => vivencia('trigger', ...args);
  watchAttributes(trigger);
  watchAddress(settings.touchpoints, trigger);
  queue?.forEach(later.push);
}
