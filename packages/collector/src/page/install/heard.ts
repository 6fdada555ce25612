import type { Sighting, SightingKind } from '../../store/note.ts';

/** From where a site was heard last, by how; and the origins that were refused and still are. */
export interface Heard {
  /** The page that loaded the script last. */
  loader: Sighting | null;
  /** The page that asked last, or answered. */
  prompt: Sighting | null;
  answer: Sighting | null;
  refused: Sighting[];
}

/** How many refused origins the page names. */
const namedRefused = 3;

/**
 * @param sightings latest first
 * @param isAllowed whether an origin may deliver now; it may have been refused before somebody allowed it
 */
export function heardOf(sightings: readonly Sighting[], isAllowed: (origin: string) => boolean): Heard {
  const isRefused = ({ kind, origin }: Sighting) => kind === 'refused' && !isAllowed(origin);
  const heard = sightings.filter((sighting) => !isRefused(sighting));
  const latest = (...kinds: SightingKind[]) => heard.find(({ kind }) => kinds.includes(kind)) ?? null;
  return {
    // What asks or answers has loaded it too, also where its page tells no referrer; so has what was only refused then.
    loader: latest('loader', 'prompt', 'answer', 'refused'),
    prompt: latest('prompt', 'answer'),
    answer: latest('answer'),
    refused: sightings.filter(isRefused).slice(0, namedRefused),
  };
}
