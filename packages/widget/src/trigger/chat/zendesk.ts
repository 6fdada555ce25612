import type { ChatAdapter, Fidelity } from './chatAdapter.ts';
import { eachEnd } from './eachEnd.ts';
import { whenPresent } from './whenPresent.ts';

type Zendesk = (subject: 'webWidget:on', event: string, heard: () => void) => void;

export const fidelity: Fidelity = 'ended';

/** Zendesk's classic Web Widget. https://developer.zendesk.com/api-reference/widget/chat-api/ */
export const zendesk: ChatAdapter = (...told) => {
  const [started, ended] = eachEnd(...told);
  whenPresent<Zendesk>('zE', (zE) => {
    zE('webWidget:on', 'chat:start', started);
    zE('webWidget:on', 'chat:end', () => ended());
  });
};
