import type { Emotion } from '@vivencia/contract/emotion';
import { Face } from '../../page/kit/faces.tsx';
import type { HostedVisit } from '../hostedVisit.ts';

interface FaceChoicesProps {
  visit: HostedVisit;
  offered: readonly Emotion[];
  /** What was answered before. */
  chosen?: Emotion | null;
}

/** A button a feeling, within a form. */
export const FaceChoices = ({ visit: { said }, offered, chosen }: FaceChoicesProps) => (
  <div class="faces">
    {offered.map((emotion) => (
      <button name="emotion" value={emotion} type="submit" aria-current={emotion === chosen ? 'true' : undefined}>
        <Face emotion={emotion} />
        <span>{said.words.emotions[emotion]}</span>
      </button>
    ))}
  </div>
);
