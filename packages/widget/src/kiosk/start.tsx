import { effect } from '@preact/signals';
import type { KioskPage } from '@vivencia/contract/kiosk';
import { render } from 'preact';
import { countRepeats } from './countRepeats.ts';
import { deliverAnswers, kioskOutbox } from './deliverAnswers.ts';
import { handleTouch } from './handleTouch.ts';
import { Kiosk } from './Kiosk.tsx';
import { keepAwake } from './keepAwake.ts';
import { keepCurrent } from './keepCurrent.ts';
import { keepPage } from './keepPage.ts';
import css from './kiosk.css';
import { createKioskModel } from './kioskModel.ts';
import { tellWaiting } from './tellWaiting.ts';

/** A status region speaks what is put into it after it is there. */
const announceAfterMs = 100;

const main = document.querySelector('main') as HTMLElement;
const address = location.pathname.replace(/\/+$/, '');

function ask(page: KioskPage, edition: string | undefined): void {
  const { mark, touchpoint, words } = page;
  const outbox = kioskOutbox(address, mark, () => end());
  const repeats = countRepeats(address, mark, touchpoint);
  const deliver = deliverAnswers(page, outbox);
  const model = createKioskModel(page, {
    answered(answers, isFirst) {
      deliver(answers, isFirst);
      void repeats.flush();
    },
    repeated() {
      repeats.count();
      void repeats.flush();
    },
  });
  const end = keepCurrent(edition, model.isAtStart);
  const { arrive } = handleTouch(model);

  const region = document.createElement('p');
  region.setAttribute('role', 'status');
  main.append(region);
  let stage: Element;
  let stop = () => {};
  const draw = () => {
    stop();
    stage?.remove();
    stage = document.createElement('div');
    main.prepend(stage);
    stop = effect(() => render(<Kiosk model={model} page={page} arrive={arrive} />, stage));
  };
  draw();
  let isFirst = true;
  effect(() => {
    const said = { emotion: words.question, strength: words.strength, thanks: words.thanks }[
      model.round.value.step.value as 'emotion' | 'strength' | 'thanks'
    ];
    if (!isFirst) setTimeout(() => region.replaceChildren(said), announceAfterMs);
    isFirst = false;
  });

  // Whatever goes wrong, the next person finds the question.
  const recover = () => {
    model.restart();
    draw();
  };
  addEventListener('error', recover);
  addEventListener('unhandledrejection', recover);
  addEventListener('pagehide', () => outbox.leave());
  for (const event of ['online', 'visibilitychange']) addEventListener(event, () => repeats.flush());

  void outbox.flush();
  void repeats.flush();
  keepAwake();
  keepPage().catch(() => {});
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];
const { kiosk, edition, ended } = main.dataset;
if (kiosk) ask(JSON.parse(kiosk), edition);
else tellWaiting(main, ended ?? '');
