import adapters from 'virtual:adapters';
import { triggerModule } from '@vivencia/contract/touchpoint';
import { watchEvents } from '../trigger/event.ts';
import { watchPurchases } from '../trigger/purchase.ts';
import { watchVisible } from '../trigger/visible.ts';
import type { Watcher } from '../trigger/watcher.ts';
import { connect } from './connect.ts';

/*
 * A script tag for those who host the files themselves and pin their hashes: it never changes, and finds its site by
 * `data-site` and `data-collector`.
 */

const script = document.currentScript;
// An image of that name in a visitor's text would lead us to another collector.
const said = script instanceof HTMLScriptElement ? script.dataset : {};
const { site = '', collector = '' } = said;
connect({ site, collector }, said, async ({ touchpoints }, run) => {
  const rules = Object.values(touchpoints).flatMap(({ triggers = [] }) => triggers);
  const chats = [...new Set(rules.map(triggerModule))].map((name) =>
    // One that cannot be fetched stops no other.
    adapters[name ?? '']?.().catch((problem) => run('fail', problem)),
  );
  const fetched = (await Promise.all(chats)) as ({ default: Watcher } | undefined)[];
  return [watchEvents, watchPurchases, watchVisible, ...fetched.flatMap((chat) => chat?.default ?? [])];
});
