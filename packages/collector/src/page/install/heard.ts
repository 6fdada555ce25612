import { isOriginAllowed } from '../../access/origin.ts';
import type { Sighting, SightingKind } from '../../store/note.ts';
import { isAkin } from './isAkin.ts';

/** From where a site was heard last, by how; and the origins that were refused and still are, likely ones first. */
export interface Heard {
  /** The page that loaded the script last. */
  loader: Sighting | null;
  /** The page that asked last, or answered. */
  prompt: Sighting | null;
  answer: Sighting | null;
  refused: Sighting[];
}

/** How many refused origins the page names. */
const namedRefused = 5;

/**
 * @param sightings latest first
 * @param allowed the origins that may deliver now; one may have been refused before somebody allowed it
 */
export function heardOf(sightings: readonly Sighting[], allowed: readonly string[]): Heard {
  const isRefused = ({ kind, origin }: Sighting) => kind === 'refused' && !isOriginAllowed(origin, allowed);
  // Anybody can have any origin noted, so that what is newest is not what is likeliest.
  const unlikely = ({ origin }: Sighting) => (isAkin(origin, allowed) ? 0 : origin === 'null' ? 2 : 1);
  const heard = sightings.filter((sighting) => !isRefused(sighting));
  const latest = (...kinds: SightingKind[]) => heard.find(({ kind }) => kinds.includes(kind)) ?? null;
  return {
    // What asks or answers has loaded it too, also where its page tells no referrer; so has what was only refused then.
    loader: latest('loader', 'prompt', 'answer', 'refused'),
    prompt: latest('prompt', 'answer'),
    answer: latest('answer'),
    refused: sightings
      .filter(isRefused)
      .sort((a, b) => unlikely(a) - unlikely(b))
      .slice(0, namedRefused),
  };
}
