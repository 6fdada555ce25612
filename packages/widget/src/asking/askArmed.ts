import { armedPath } from '@vivencia/contract/endpoint';
import type { ArmedInteraction } from '@vivencia/contract/interaction';
import { post } from '../delivery/post.ts';
import { stringify } from '../delivery/stringify.ts';
import type { Page } from '../page.ts';
import { ask } from './ask.ts';

/** Asks about what a backend told of while no page was open: once a page view, for a person whom the backend vouches for. */
export async function askArmed(page: Page): Promise<void> {
  const { known, settings } = page;
  const { id, signature } = known ?? {};
  if (!signature || page.armedFor === signature) return;
  page.armedFor = signature;
  const body = stringify({ site: settings.site, respondent: `${id}`, signature: `${signature}` });
  const { said } = await post(settings.collector + armedPath, body);
  for (const { touchpoint, interaction, endedAgoMs, unexpected, channel, segment } of listOf(said)) {
    // Somebody else may be there by now, or another question.
    if (page.known?.signature !== signature || page.isOpen?.()) return;
    const options = { interaction, endedAt: Date.now() - endedAgoMs, unexpected: unexpected || undefined, segment };
    await ask(page, touchpoint, options, undefined, { at: performance.now(), known, armed: { channel } });
  }
}

/** What answers may be somebody else: a hotel's network, a proxy. */
const listOf = (said: unknown) => (said as { armed?: ArmedInteraction[] } | undefined)?.armed ?? [];
