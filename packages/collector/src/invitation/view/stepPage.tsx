import { emotionsOffered } from '@vivencia/contract/emotionSet';
import type { Child } from 'hono/jsx';
import { Face, toneOf } from '../../page/kit/faces.tsx';
import { FaceChoices } from './faceChoices.tsx';
import { Layout } from './layout.tsx';
import { RatingChoices, StrengthChoices } from './scales.tsx';
import type { StepProps } from './stepProps.ts';
import { CommentField, ReasonChoices } from './why.tsx';

/** One question after the first tap, with what was answered to it before. */
export const StepPage = (props: StepProps) => {
  const { visit, answer, step } = props;
  const asked = questionOf(props);
  const { emotion } = answer;
  return (
    <Layout visit={visit} title={asked}>
      <div class={`step ${emotion ? toneOf(emotion) : ''}`}>
        <h1 id="asked" class={step === 'thanks' ? 'thanks' : undefined}>
          {emotion && step !== 'emotion' && <Face emotion={emotion} />}
          <span>{asked}</span>
        </h1>
        {step === 'thanks' ? (
          <>
            <p class="close">{visit.more.close}</p>
            <Ways {...props} />
          </>
        ) : (
          <form method="post" action={visit.link({ step })} aria-labelledby="asked">
            <Question {...props} />
            <Ways {...props} />
          </form>
        )}
      </div>
    </Layout>
  );
};

function questionOf({ visit: { said }, settings, step }: StepProps): string {
  if (step === 'evaluation') return settings.evaluation ? said.rating(settings.evaluation).asked : '';
  return said.text(step === 'emotion' ? 'question' : step);
}

const Question = (props: StepProps): Child => {
  const { visit, settings, answer, step } = props;
  switch (step) {
    case 'emotion':
      return <FaceChoices visit={visit} offered={emotionsOffered(settings.emotions)} chosen={answer.emotion} />;
    case 'strength':
      return <StrengthChoices visit={visit} chosen={answer.strength} />;
    case 'evaluation':
      return <RatingChoices {...props} />;
    case 'reasons':
      return <ReasonChoices {...props} />;
    default:
      return <CommentField visit={visit} comment={answer.comment} />;
  }
};

/** Back, and on: by a link where a tap answers, by a button where something is written. */
const Ways = ({ visit, answer, steps, step }: StepProps) => {
  const { words } = visit.said;
  const place = steps.indexOf(step);
  const [before, after] = [steps[place - 1], steps[place + 1]];
  const isWritten = step === 'reasons' || step === 'comment';
  const isGiven = { strength: answer.strength !== null, evaluation: answer.evaluation !== null, emotion: true };
  return (
    <nav>
      {before && (
        <a class="back" href={visit.link({ step: before })}>
          {words.back}
        </a>
      )}
      {isWritten && (
        <button class="send" type="submit">
          {after === 'thanks' ? words.send : words.next}
        </button>
      )}
      {!isWritten && after && (
        <a class="skip" href={visit.link({ step: after })}>
          {isGiven[step as keyof typeof isGiven] ? words.next : words.skip}
        </a>
      )}
    </nav>
  );
};
