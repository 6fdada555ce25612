import prompts from 'virtual:prompts';
import { promptSettingsPath } from '@vivencia/contract/endpoint';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { keyPattern } from '@vivencia/contract/touchpoint';
import type { Ask, TriggerOptions } from '../ask.ts';
import type { Page } from '../page.ts';
import { chooseLocale } from './chooseLocale.ts';
import { reasonNotToAsk } from './eligibility.ts';
import { outboxOf } from './outboxOf.ts';
import { pass } from './pass.ts';
import { quieten } from './quieten.ts';
import { recall, remember } from './visitorMemory.ts';

const delayByDefaultMs = 800;

/**
 * From an interaction's end to its prompt: asks where eligibility lets it, and says why where it does not.
 *
 * @param at when it ended, on the clock of `performance.now()`
 * @throws string where the touchpoint is none: the collector would refuse the answers, so nobody shall be asked for them
 */
export async function ask(
  page: Page,
  touchpoint: string,
  options: TriggerOptions | undefined,
  element: Element | undefined,
  at: number,
): Promise<void> {
  if (typeof touchpoint !== 'string' || !keyPattern.test(touchpoint))
    throw `invalid_touchpoint: ${touchpoint} does not match ${keyPattern}`;
  const { settings } = page;
  const asked: Ask = {
    ...settings,
    ...settings.touchpoints[touchpoint],
    ...options,
    page,
    touchpoint,
    at,
    element,
    tell: (event, detail) => page.tell(event, detail, element),
    suppress(reason) {
      pass(page, { touchpoint, outcome: 'suppressed', reason });
      asked.tell('suppressed', { touchpoint, interaction: asked.interaction, reason });
    },
    asked: () => pass(page, { touchpoint, outcome: 'asked' }),
    remember: (askedAt, answered) => remember(page, quieten(recall(page), asked, askedAt, answered)),
    deliver(state, since) {
      const outbox = outboxOf(page);
      outbox.put({ state, since, tell: asked.tell });
      // A page that is going away leaves what it has to a beacon; a lock would keep it from coming back.
      if (state.status !== 'abandoned') outbox.flush();
    },
  };
  const refused = (draw: number) => {
    // Without consent nothing is read either.
    const memory = page.consent || asked.forced ? recall(page) : {};
    const reason = reasonNotToAsk(asked, memory, Date.now(), draw);
    if (reason) asked.suppress(reason);
    return reason;
  };
  if (refused(Math.random())) return;
  const tags = chooseLocale(
    [asked.locale, document.documentElement.lang, ...navigator.languages],
    Object.keys(prompts),
  );
  // All is fetched while the delay runs. What was drawn then is not drawn again.
  const fetched = await Promise.all([
    prompts[tags]?.(),
    asked.prompt && import(settings.collector + promptSettingsPath(settings.site, touchpoint, asked.version as number)),
    new Promise((elapsed) => setTimeout(elapsed, asked.delayMs ?? delayByDefaultMs)),
  ]).catch(() => asked.suppress('offline'));
  if (!fetched || refused(0)) return;
  const [chunk, own] = fetched;
  chunk?.default(asked, own?.default as PromptSettings | undefined);
}
