import type { Emotion } from '@vivencia/contract/emotion';
import type { KioskPage } from '@vivencia/contract/kiosk';
import type { Strength } from '@vivencia/contract/scale';
import { faces } from '../prompt/faces.ts';
import { Choices } from '../prompt/view/Choices.tsx';
import { tone } from '../prompt/view/Face.tsx';
import type { KioskModel } from './kioskModel.ts';

interface Props {
  model: KioskModel;
  page: KioskPage;
  arrive(step: Element | null): void;
}

const strengths: Strength[] = [1, 2, 3, 4, 5];

/** A disc of its own, not a background: it grows and shrinks with its drawing. */
const Face = ({ emotion }: { emotion: Emotion }) => (
  <svg class="face" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="11" />
    <path d={faces[emotion]} />
  </svg>
);

/** One step, as large as the screen. */
export const Kiosk = ({ model, page: { emotions, words }, arrive }: Props) => {
  const round = model.round.value;
  const step = round.step.value;
  const emotion = round.emotion.value;
  const waits = model.waits.value;
  const isIdle = model.isIdle.value;
  return (
    <section class={`${step} ${emotion ? tone(emotion) : ''} ${isIdle ? 'idle' : ''}`} key={step} ref={arrive}>
      {step === 'emotion' && (
        <Choices
          name="emotions"
          legend={<h1>{words.question}</h1>}
          values={emotions}
          chosen={emotion}
          show={(value) => [<Face emotion={value} />, <span>{words.emotions[value]}</span>]}
          tone={tone}
          choose={model.chooseEmotion}
        />
      )}
      {step === 'strength' && (
        <Choices
          name="strengths"
          legend={[emotion && <Face emotion={emotion} />, <h1>{words.strength}</h1>]}
          values={strengths}
          chosen={round.strength.value}
          show={(value, index) => [
            <svg viewBox="0 0 44 44" aria-hidden="true">
              <circle cx="22" cy={39.6 - value * 3.4} r={3.4 + value * 3.4} />
            </svg>,
            <span>{words.strengths[index]}</span>,
          ]}
          choose={round.chooseStrength}
        />
      )}
      {step === 'thanks' && (
        <h1 tabIndex={-1}>
          {emotion && <Face emotion={emotion} />}
          {words.thanks}
        </h1>
      )}
      {step === 'strength' && (
        <footer>
          <button type="button" class="back" onClick={round.back}>
            {words.back}
          </button>
          <button type="button" onClick={round.skip}>
            {words.skip}
          </button>
        </footer>
      )}
      {step !== 'emotion' && <i key={waits} aria-hidden="true" />}
    </section>
  );
};
