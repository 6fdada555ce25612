import { runInNewContext, Script } from 'node:vm';
import type { LoaderSettings } from '@vivencia/contract/loaderSettings';
import { chatProducts, type Trigger, triggerModule } from '@vivencia/contract/touchpoint';
import { describe, expect, test } from 'vitest';
import { readBuiltWidget } from '../../../packages/collector/src/asset/builtWidget.ts';
import { siteScript } from '../../../packages/collector/src/asset/siteScript.ts';

const widget = readBuiltWidget();

const settings = (...touchpoints: Trigger[][]): LoaderSettings => ({
  site: 'pk_test',
  collector: 'https://collector.example',
  ask: widget.ask,
  gapMinutes: 0,
  dailyCap: 0,
  touchpoints: Object.fromEntries(touchpoints.map((triggers, place) => [`at-${place}`, { version: 1, triggers }])),
});

const url: Trigger = { on: 'url', match: 'exact', value: '/thanks' };
const purchase: Trigger = { on: 'purchase' };
const event: Trigger = { on: 'event', name: 'order' };
const visible: Trigger = { on: 'visible', selector: '#thanks' };
const chats: Trigger[] = chatProducts.map((product) => ({ on: 'chat', product }));
const every = [url, purchase, event, visible, ...chats];

describe('the watchers of the built widget', () => {
  test('are one for each trigger that the loader does not watch for itself', () => {
    expect([...widget.triggers.keys()].sort()).toEqual(every.flatMap((rule) => triggerModule(rule) ?? []).sort());
  });

  test.each([...widget.triggers])('%s is an expression whose value is a function', (_, expression) => {
    expect(runInNewContext(`[${expression}].map((watcher) => typeof watcher)`)).toEqual(['function']);
  });
});

describe('the loader of a site', () => {
  test.each<[string, Trigger[][], string[]]>([
    ['no touchpoint', [], []],
    ['touchpoints without a trigger', [[], []], []],
    ['addresses', [[url], [url]], []],
    ['a purchase', [[purchase]], ['purchase']],
    ['the same trigger at two touchpoints', [[event, url], [event]], ['event']],
    ['two chat products', [[chats[0] as Trigger], [chats[3] as Trigger]], ['chat.hubspot', 'chat.zendesk-messenger']],
    ['every trigger', [every], [...widget.triggers.keys()]],
  ])('carries the watchers that its triggers need: %s', (_, touchpoints, names) => {
    const script = siteScript(widget, settings(...touchpoints));
    expect(() => new Script(script)).not.toThrow();
    const carried = [...widget.triggers].flatMap(([name, expression]) => (script.includes(expression) ? name : []));
    expect(carried.sort()).toEqual(names.sort());
    expect(script.includes('"watchers"')).toBe(names.length > 0);
    const ownBytes = script.length - widget.loader.before.length - widget.loader.after.length;
    const expressions = names.map((name) => widget.triggers.get(name)).join();
    const list = names.length ? ',"watchers":[]'.length + expressions.length : 0;
    expect(ownBytes).toBe(JSON.stringify(settings(...touchpoints)).length + list);
  });

  test('is not ended by what its settings say', () => {
    const selector = '</script><!--\u2028';
    const script = siteScript(widget, settings([{ on: 'visible', selector }]));
    expect(script).not.toMatch(/<\/script|<!--|\u2028/);
    const written = /\{"site".*?\}\]\}\}/.exec(script)?.[0] ?? '';
    expect(JSON.parse(`${written}}`).touchpoints['at-0'].triggers).toEqual([{ on: 'visible', selector }]);
  });
});
