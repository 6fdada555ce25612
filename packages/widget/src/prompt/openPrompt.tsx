import { effect, signal } from '@preact/signals';
import { emotionSets } from '@vivencia/contract/emotionSet';
import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { maximumAgeMs, type Status } from '@vivencia/contract/response';
import { render } from 'preact';
import type { Ask } from '../ask.ts';
import { inLocale } from '../locale/inLocale.ts';
import type { Words } from '../locale/words.ts';
import { buildState } from './buildState.ts';
import { guardKeyboard } from './keyboard.ts';
import { mount } from './mount.ts';
import { placeFor } from './placeFor.ts';
import { type Answers, createPromptModel } from './promptModel.ts';
import { responseId } from './responseId.ts';
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

/** Shows a prompt and delivers what becomes of it. The default export of each locale's chunk. */
export function openPrompt(ask: Ask, own: Partial<PromptSettings> | undefined, words: Words, locale: string): void {
  const settings = { ...defaults, ...own };
  const { page, tell, container } = ask;
  // The chosen one: what was wanted was a tag, or several.
  ask.locale = locale;
  // A route may have changed since the trigger, and taken it away.
  if (container && !container.isConnected) throw 'invalid_container: it is not in the page';
  const place = container ?? placeFor(ask.element);
  if (!place) {
    ask.suppress('open_dialog');
    return;
  }

  const text = { ...words, ...inLocale(settings.wording, locale) } as Words;
  const askedAt = Date.now();
  const shown = performance.now();
  const id = responseId(askedAt);
  // The end that the host tells is a date; what has passed since then is taken to the clock that does not jump.
  const ago = askedAt - +new Date(ask.endedAt ?? Number.NaN);
  // What is longer ago than an answer may travel was no date.
  const ended = ago < maximumAgeMs ? Math.min(ask.at, shown - ago) : ask.at;
  let tapped: number | undefined;
  let revision = 0;
  let status: Status | undefined;

  const become = (next: Status, answers?: Answers) => {
    status = next;
    const state = buildState(ask, { id, revision: revision++, status, answers, latencyMs: tapped && tapped - ended });
    ask.deliver(state, tapped ?? shown);
    if (status === 'abandoned') return;
    ask.remember(askedAt, status === 'answered');
    tell(status, state);
  };

  /** Once it is painted: telling everybody takes a third of the first frame, and the person waits for that. */
  const begin = () => {
    if (status || !host.isConnected) return;
    become('shown');
    ask.asked();
  };
  const model = createPromptModel(settings, (answers) => {
    begin();
    tapped ??= performance.now();
    become('answered', answers);
  });
  const { host, root } = mount(place, container ? 'inline' : settings.position, locale, text.dir);
  const close = () => {
    focus.giveBack();
    host.remove();
    stop();
  };
  const dismiss = (silently?: boolean) => {
    if (!host.isConnected) return;
    if (silently) status = 'dismissed';
    else {
      begin();
      if (status !== 'answered') become('dismissed');
    }
    close();
  };
  // The page may have removed the one before.
  page.abandon?.();
  page.abandon = () => {
    begin();
    if (status === 'shown') become('abandoned');
  };
  page.isOpen = () => host.isConnected;
  page.dismiss = dismiss;
  page.asked = true;

  let closing: ReturnType<typeof setTimeout>;
  const closeUnlessRead = () => {
    // After a tap, a touch screen leaves its target hovered.
    const read = host.matches(matchMedia('(hover:hover)').matches ? ':hover,:focus-within' : ':focus-within');
    if (read) closing = setTimeout(closeUnlessRead, thanksMs);
    else if (host.isConnected) close();
  };
  const focus = guardKeyboard(root, () => dismiss());
  const spoken = signal(false);
  model.step.subscribe((step) => {
    const isLast = step === 'thanks';
    // A question that focus goes to is not to be heard twice.
    spoken.value = isLast || !focus.leads();
    clearTimeout(closing);
    if (isLast) closing = setTimeout(closeUnlessRead, thanksMs);
  });
  spoken.value = false;
  setTimeout(() => {
    spoken.value = true;
  }, announceAfterMs);
  let stop = () => {};
  try {
    stop = effect(() =>
      render(
        <Prompt
          model={model}
          text={text}
          locale={locale}
          settings={settings}
          spoken={spoken.value}
          arrive={focus.arrive}
          close={() => dismiss()}
        />,
        root,
      ),
    );
  } catch (problem) {
    // Settings that we cannot show: an empty card would stand in the way of the next prompt.
    host.remove();
    throw problem;
  }

  requestAnimationFrame(() => setTimeout(begin));
}
