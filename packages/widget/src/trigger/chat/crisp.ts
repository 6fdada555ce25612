import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { silentPanel } from './silentPanel.ts';
import { whenPresent } from './whenPresent.ts';

type Crisp = { is(state: 'chat:opened'): boolean };

const lookMs = 1_000;

export const fidelity: Fidelity = 'panel';

/**
 * Crisp. It keeps one handler for each event, and ours would take the place of the page's
 * (https://github.com/microsoft/clarity/issues/979), so its state is looked at instead. Its session's id is none of a
 * conversation: a visitor has one for months.
 * https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/dollar-crisp/
 */
export const crisp: ChatAdapter = (...told) => {
  const panel = silentPanel(...told);
  let open = false;
  let looking: unknown;
  whenPresent('$crisp', () => {
    looking ??= setInterval(() => {
      try {
        const was = open;
        open = (window as unknown as { $crisp: Crisp }).$crisp.is('chat:opened');
        if (open !== was) panel[open ? 'opened' : 'closed']();
      } catch {
        // It is still the queue.
      }
    }, lookMs);
  });
};
