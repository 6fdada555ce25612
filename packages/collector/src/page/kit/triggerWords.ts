import type { Trigger } from '@vivencia/contract/touchpoint';
import type { View } from './view.ts';

/** What makes a touchpoint ask by itself, as people read it. */
export function triggerWords({ words }: View, trigger: Trigger): string {
  const our = words.settings;
  switch (trigger.on) {
    case 'url':
      return `${our.urlMatch[trigger.match]} ${trigger.value}`;
    case 'purchase':
      return our.purchase;
    case 'event':
      return `${our.event}: ${trigger.name}`;
    case 'visible':
      return `${our.visible}: ${trigger.selector}`;
    case 'chat':
      return `${our.chatEnds}: ${trigger.product}`;
  }
}
