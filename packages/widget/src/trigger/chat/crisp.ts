import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { silentPanel } from './silentPanel.ts';

type Crisp = { is(state: 'chat:opened'): boolean };

const lookMs = 1_000;
/** Ten minutes; who starts a chat later than that is not asked about it. */
const looksWithoutCrisp = 600;

export const fidelity: Fidelity = 'panel';

/**
 * Crisp. It keeps one handler for each event, and ours would take the place of the page's
 * (https://github.com/microsoft/clarity/issues/979), so its state is looked at instead. Its session's id is none of a
 * conversation: a visitor has one for months.
 * https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/dollar-crisp/
 */
export const crisp: ChatAdapter = (...told) => {
  const [opened, closed] = silentPanel(...told);
  let isOpen = false;
  let left = looksWithoutCrisp;
  const looking = setInterval(() => {
    try {
      const { $crisp } = window as unknown as { $crisp: Crisp };
      if ($crisp.is('chat:opened') === isOpen) return;
      isOpen = !isOpen;
      if (isOpen) opened();
      else closed();
    } catch {
      // There is nothing yet, or only the queue.
      if (!--left) clearInterval(looking);
    }
  }, lookMs);
};
