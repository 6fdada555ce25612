import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { silentPanel } from './silentPanel.ts';
import { whenPresent } from './whenPresent.ts';

type Intercom = (method: 'onShow' | 'onHide', heard: () => void) => void;

export const fidelity: Fidelity = 'panel';

/** Intercom. It tells of unread messages only, and its own campaigns are unread too. https://developers.intercom.com/installing-intercom/web/methods */
export const intercom: ChatAdapter = (...told) => {
  const [opened, closed] = silentPanel(...told);
  whenPresent<Intercom>('Intercom', (chat) => {
    chat('onShow', opened);
    chat('onHide', closed);
  });
};
