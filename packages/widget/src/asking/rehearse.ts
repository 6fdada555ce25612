import type { Page } from '../page.ts';
import { fetchCard } from './fetchCard.ts';
import { pause } from './pause.ts';

let rehearsal: Promise<void> | undefined;

/**
 * A trigger is near: fetches the prompt and has it drawn unseen, so that all is compiled by the time it counts, and the
 * card of the touchpoint that is about to ask is there. In two tasks, a bare card first: neither holds the page up.
 */
export function rehearse({ settings }: Page, touchpoint: string): Promise<void> {
  const draw = async () => {
    const [prompt, own] = await fetchCard(settings, touchpoint, settings.touchpoints[touchpoint]);
    for (const card of [{ ...own, emotions: [] }, own]) {
      await pause();
      prompt.rehearse(card);
    }
  };
  rehearsal ??= draw().catch(() => {
    rehearsal = undefined;
  });
  return rehearsal;
}
