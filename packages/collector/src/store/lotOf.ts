import { createHash } from 'node:crypto';

/**
 * The lot that an interaction draws where only a share is asked about, 0 ≤ lot < 1: always the same one, so that it is
 * not drawn anew on every page.
 */
export function lotOf(site: number, touchpoint: string, interaction: string): number {
  const digest = createHash('sha256').update(`${site} ${touchpoint} ${interaction}`).digest();
  return digest.readUInt32BE() / 2 ** 32;
}
