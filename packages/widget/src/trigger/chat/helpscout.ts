import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { panelGuard } from './panelGuard.ts';
import { whenPresent } from './whenPresent.ts';

type Beacon = (method: 'on', event: string, heard: () => void) => void;

export const fidelity: Fidelity = 'panel';

/**
 * Help Scout's Beacon. What it tells of a chat is the visitor's name and address, so nothing of it is read; and a
 * message by e-mail is no chat. https://developer.helpscout.com/beacon-2/web/javascript-api/
 */
export const helpscout: ChatAdapter = (...told) => {
  const [opened, talked, closed] = panelGuard(...told);
  whenPresent<Beacon>('Beacon', (beacon) => {
    beacon('on', 'open', opened);
    beacon('on', 'close', closed);
    beacon('on', 'chat-started', () => talked());
  });
};
