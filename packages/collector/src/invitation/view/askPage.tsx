import type { Emotion } from '@vivencia/contract/emotion';
import { emotionsOffered } from '@vivencia/contract/emotionSet';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import { Face } from '../../page/kit/faces.tsx';
import type { HostedVisit } from '../hostedVisit.ts';
import { FaceChoices } from './faceChoices.tsx';
import { Layout } from './layout.tsx';

interface AskProps {
  visit: HostedVisit;
  settings: TouchpointSettings;
  /** The feeling that the link has chosen. */
  chosen: Emotion | null;
}

/** The question; one tap on a face answers it, or one on Send what the link has chosen. */
export const AskPage = ({ visit, settings, chosen }: AskProps) => {
  const { said, more } = visit;
  const asked = said.text('question');
  return (
    <Layout visit={visit} title={asked}>
      <h1 id="asked">{asked}</h1>
      <form method="post" action={visit.link()} aria-labelledby="asked">
        {chosen && (
          <>
            <p class="chosen">
              <Face emotion={chosen} />
              <b>{said.words.emotions[chosen]}</b>
            </p>
            <button class="send" name="emotion" value={chosen} type="submit">
              {said.words.send}
            </button>
            <h2>{more.another}</h2>
          </>
        )}
        <FaceChoices visit={visit} offered={emotionsOffered(settings.emotions)} chosen={chosen} />
      </form>
    </Layout>
  );
};
