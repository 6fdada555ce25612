import adapters from 'virtual:adapters';
import { triggerModule } from '@vivencia/contract/touchpoint';
import { watchEvents } from '../trigger/event.ts';
import { watchPurchases } from '../trigger/purchase.ts';
import { watchVisible } from '../trigger/visible.ts';
import { connect } from './connect.ts';
import { takeOver } from './queue.ts';

/*
 * A script tag for those who host the files themselves and pin their hashes: it never changes, and finds its site by
 * `data-site` and `data-collector`.
 */

const said = document.currentScript?.dataset ?? {};
const { site = '', collector = '' } = said;
const run = connect({ site, collector }, said, async ({ touchpoints }) => {
  const rules = Object.values(touchpoints).flatMap(({ triggers = [] }) => triggers);
  const names = [...new Set(rules.map(triggerModule))];
  const chats = await Promise.all(names.flatMap((name) => adapters[name ?? '']?.() ?? []));
  return [watchEvents, watchPurchases, watchVisible, ...chats.map((chat) => chat.default)];
});
takeOver(run);
