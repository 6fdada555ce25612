import type { SuppressionReason } from '@vivencia/contract/pass';
import { keyPattern } from '@vivencia/contract/touchpoint';
import type { Ask, Said } from '../ask.ts';
import type { Page } from '../page.ts';
import { reasonNotToAsk } from './eligibility.ts';
import { fetchCard } from './fetchCard.ts';
import { outboxOf, sendOnLeave } from './outboxOf.ts';
import { pass } from './pass.ts';
import { pause } from './pause.ts';
import { quieten } from './quieten.ts';
import { said } from './said.ts';
import { recall, remember } from './visitorMemory.ts';

const delayByDefaultMs = 800;
/** What takes longer to fetch would come out of the blue. */
const patienceMs = 10_000;

/**
 * From an interaction's end to its prompt: asks where eligibility lets it, and says why where it does not.
 *
 * @param now when it ended, on the clock of `performance.now()`, what was known of the person, and whether a backend told
 * of it: then it is counted, and the lot was drawn, already
 * @throws string where the touchpoint is none: the collector would refuse the answers, so nobody shall be asked for them
 */
export async function ask(
  page: Page,
  touchpoint: string,
  options: Said | undefined,
  element: Element | undefined,
  now: Pick<Ask, 'at' | 'known' | 'armed'>,
): Promise<void> {
  if (typeof touchpoint !== 'string' || !keyPattern.test(touchpoint))
    throw `invalid_touchpoint: ${touchpoint} does not match ${keyPattern}`;
  const { settings } = page;
  const { at, known, armed } = now;
  const passed = (became: { outcome: 'asked' } | { outcome: 'suppressed'; reason: SuppressionReason }) => {
    const { interaction } = asked;
    if (!armed)
      pass(page, { touchpoint, interaction: interaction === undefined ? interaction : `${interaction}`, ...became });
  };
  const asked: Ask = {
    ...settings,
    ...settings.touchpoints[touchpoint],
    ...said(options),
    page,
    touchpoint,
    ...now,
    segment: { ...known?.segment, ...options?.segment },
    element,
    tell: (event, detail) => page.tell(event, detail, element),
    suppress(reason) {
      passed({ outcome: 'suppressed', reason });
      asked.tell('suppressed', { touchpoint, interaction: asked.interaction, reason });
    },
    asked: () => passed({ outcome: 'asked' }),
    remember: (askedAt, answered) => remember(page, quieten(recall(page), asked, askedAt, answered)),
    deliver(state, since) {
      const outbox = outboxOf(page);
      outbox.put({ state, since, tell: asked.tell });
      // A page that is going away leaves what it has to a beacon; a lock would keep it from coming back.
      // Stored it is; the tap, or the painted card, need not wait for the request.
      if (state.status !== 'abandoned') setTimeout(outbox.flush);
    },
  };
  const refused = (draw: number) => {
    // Without consent nothing is read either.
    const memory = page.consent ? recall(page) : {};
    const reason = reasonNotToAsk(asked, memory, Date.now(), draw);
    if (reason) asked.suppress(reason);
    return reason;
  };
  if (refused(armed ? 0 : Math.random())) return;
  // All is fetched and drawn while the delay runs. What was drawn by lot then is not drawn again.
  const delayMs = asked.delayMs ?? delayByDefaultMs;
  const delay = delayMs && pause(delayMs);
  const card = await Promise.race([fetchCard(settings, touchpoint, asked), pause(delayMs + patienceMs)]).catch(
    () => {},
  );
  if (!card) return asked.suppress('offline');
  const [prompt, own] = card;
  const show = prompt.prepare(own);
  await delay;
  // Nobody sees a page in the background, or one that is rendered ahead.
  if (document.hidden) await new Promise((seen) => addEventListener('visibilitychange', seen, { once: true }));
  if ((page.dismissedAt as number) > at || refused(0)) return;
  // The page may be left before the prompt is painted.
  sendOnLeave(page);
  show(asked);
}
