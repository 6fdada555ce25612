import { assetsPath, passesPath, promptSettingsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings, PromptSettings } from '@vivencia/contract/loaderSettings';
import { keyPattern } from '@vivencia/contract/touchpoint';
import type { Ask, PageState, TriggerOptions } from '../ask.ts';
import { chooseLocale } from './chooseLocale.ts';
import { reasonNotToAsk } from './eligibility.ts';
import { emit } from './events.ts';
import { recall } from './visitorMemory.ts';

const delayByDefaultMs = 800;

type PromptChunk = { default(ask: Ask, settings: PromptSettings | undefined): void };

/** From an interaction's end to its prompt: asks where eligibility lets it, and says why where it does not. */
export const createAsking =
  (settings: LoaderSettings, page: PageState) =>
  (touchpoint: string, options?: TriggerOptions, element?: Element): void => {
    // The collector would refuse the answers: nobody shall be asked for those.
    if (!keyPattern.test(touchpoint)) throw [touchpoint, keyPattern];
    const ask: Ask = {
      ...settings,
      ...settings.touchpoints[touchpoint],
      ...options,
      page,
      touchpoint,
      at: performance.now(),
      element,
      tell: (event, detail) => emit(event, detail, element),
      suppress(reason) {
        ask.pass('suppressed', reason);
        ask.tell('suppressed', { touchpoint, interaction: ask.interaction, reason });
      },
      pass(outcome, reason) {
        if (page.test) return;
        // Fire and forget: a count that is lost biases nothing. A string is text/plain, which needs no preflight.
        navigator.sendBeacon?.(
          ask.collector + passesPath,
          JSON.stringify({ site: ask.site, touchpoint, outcome, reason }),
        );
      },
    };
    const refused = (draw: number) => {
      const reason = reasonNotToAsk(ask, recall(page), Date.now(), draw);
      if (reason) ask.suppress(reason);
      return reason;
    };
    if (refused(Math.random())) return;
    const tags = chooseLocale(
      [ask.locale, document.documentElement.lang, ...navigator.languages],
      Object.keys(ask.prompts),
    );
    // The chunk is fetched while the delay runs. What was drawn then is not drawn again.
    Promise.all([
      import(`${ask.collector}${assetsPath}/${ask.prompts[tags]}`) as Promise<PromptChunk>,
      ask.prompt && import(ask.collector + promptSettingsPath(ask.site, touchpoint, ask.version as number)),
      new Promise((elapsed) => setTimeout(elapsed, ask.delayMs ?? delayByDefaultMs)),
    ])
      .then(
        ([chunk, own]) => refused(0) || chunk.default(ask, own?.default),
        () => ask.suppress('offline'),
      )
      // A mistake of ours is said, not counted as the network's.
      .catch(console.warn);
  };
