import type { ShowPrompt } from 'virtual:prompts';
import { effect, signal } from '@preact/signals';
import { emotionSets } from '@vivencia/contract/emotionSet';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { render } from 'preact';
import type { Ask } from '../ask.ts';
import { inLocale } from '../locale/inLocale.ts';
import type { Words } from '../locale/words.ts';
import { appear, createHost, dressAfterPaint } from './host.ts';
import { guardKeyboard } from './keyboard.ts';
import { type OpenResponse, openResponse } from './openResponse.ts';
import { placeFor } from './placeFor.ts';
import { createPromptModel } from './promptModel.ts';
import { question } from './question.ts';
import { Prompt } from './view/Prompt.tsx';

const thanksMs = 4_000;
/** A status region speaks what is put into it after it is there. */
const announceAfterMs = 100;

const defaults: PromptSettings = {
  emotions: emotionSets.core,
  strength: true,
  evaluation: null,
  comment: 'optional',
  reasons: [],
  wording: {},
  position: 'bottom-end',
};

/**
 * Draws a prompt that is not on the page yet, whoever will be asked by it.
 *
 * @returns shows it, once, and delivers what becomes of it
 */
export function preparePrompt(own: Partial<PromptSettings> | undefined, words: Words, locale: string): ShowPrompt {
  const settings = { ...defaults, ...own };
  const text = { ...words, ...inLocale(settings.wording, locale) } as Words;
  const { host, root } = createHost(locale, text.dir);
  /** From when it is on the page: before, nobody can tap or dismiss it. */
  let ask: Ask;
  let response: OpenResponse;

  /** Once the card is painted: telling everybody takes half as long as that, and the person waits for it. */
  const begin = () => {
    if (response.status || !host.isConnected) return;
    response.become('shown');
    dressAfterPaint(root);
    ask.asked();
  };
  const model = createPromptModel(settings, (answers) => {
    const at = performance.now();
    begin();
    response.become('answered', answers, at);
  });
  const close = () => {
    focus.giveBack();
    host.remove();
    stop();
  };
  const dismiss = (silently?: boolean) => {
    if (!host.isConnected) return;
    if (silently) response.status = 'dismissed';
    else {
      begin();
      if (response.status !== 'answered') response.become('dismissed');
    }
    close();
  };

  let closing: ReturnType<typeof setTimeout>;
  const closeUnlessRead = () => {
    // After a tap, a touch screen leaves its target hovered.
    const read = host.matches(matchMedia('(hover:hover)').matches ? ':hover,:focus-within' : ':focus-within');
    if (read) closing = setTimeout(closeUnlessRead, thanksMs);
    else if (host.isConnected) close();
  };
  const focus = guardKeyboard(root, () => dismiss());
  const stop = effect(() =>
    render(
      <Prompt
        model={model}
        text={text}
        locale={locale}
        settings={settings}
        arrive={focus.arrive}
        close={() => dismiss()}
      />,
      root,
    ),
  );
  const region = root.querySelector('[role]') as Element;
  const arrived = signal(false);
  effect(() => {
    const step = model.step.value;
    const isLast = step === 'thanks';
    // A question that focus goes to is not to be heard twice.
    const isHeard = arrived.value && (isLast || !focus.leads());
    region.textContent = isHeard ? question(step, text, settings) : '';
    clearTimeout(closing);
    if (isLast) closing = setTimeout(closeUnlessRead, thanksMs);
  });

  return (asked) => {
    ask = asked;
    // The chosen one: what was wanted was a tag, or several.
    ask.locale = locale;
    const { page, container } = ask;
    // A route may have changed since the trigger, and taken it away. A frame's document has no use for our style sheets.
    if (container && !(container.isConnected && container.ownerDocument === document))
      throw 'invalid_container: it is not in the page';
    const place = container ?? placeFor(ask.element);
    if (!place) {
      ask.suppress('open_dialog');
      return;
    }
    try {
      appear(host, place, container ? 'inline' : settings.position);
    } catch (problem) {
      // An empty card would stand in the way of the next prompt.
      host.remove();
      throw problem;
    }
    response = openResponse(ask);
    // The page may have removed the one before.
    page.abandon?.();
    page.abandon = () => {
      begin();
      if (response.status === 'shown') response.become('abandoned');
    };
    page.isOpen = () => host.isConnected;
    page.dismiss = dismiss;
    page.asked = true;
    setTimeout(() => {
      arrived.value = true;
    }, announceAfterMs);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(begin)));
  };
}
