import type { SuppressionReason } from '@vivencia/contract/pass';
import type { Ask } from '../ask.ts';
import type { Page, VisitorMemory } from '../page.ts';

/** What is asked, as far as eligibility cares. */
export type Wanted = Pick<Ask, 'touchpoint' | 'interaction' | 'unexpected' | 'forced' | 'sampling' | 'gapMinutes'> & {
  page: Pick<Page, 'consent' | 'asked' | 'isOpen'>;
};

/**
 * Why this interaction is not asked about, or `undefined`: it may be.
 * An unexpected interaction wants an immediate reaction, so the quiet rules (page view, cooldown, gap, cap) spare it.
 *
 * @param now epoch milliseconds
 * @param draw random, 0 ≤ draw < 1
 */
export function reasonNotToAsk(
  { page, touchpoint, interaction, unexpected, forced, sampling = 1, gapMinutes }: Wanted,
  memory: VisitorMemory,
  now: number,
  draw: number,
): SuppressionReason | undefined {
  const quiet = (name: string) => (memory[name] as number) > now;
  if (page.isOpen?.()) return 'already_asked';
  if (!page.consent) return 'consent';
  if (forced) return;
  if (memory[`${touchpoint} ${interaction}`]) return 'already_asked';
  if (draw >= sampling) return 'sampled';
  if (unexpected) return;
  // Whoever sets no gap wants every interaction asked about, also the second one of a single-page application.
  if (gapMinutes && page.asked) return 'already_asked';
  return quiet(touchpoint) ? 'cooldown' : quiet('') ? 'gap' : undefined;
}
