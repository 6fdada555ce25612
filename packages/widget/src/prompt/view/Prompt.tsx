import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { type EvaluationScale, evaluationBounds, type Strength } from '@vivencia/contract/scale';
import type { Words } from '../../locale/words.ts';
import type { PromptModel } from '../promptModel.ts';
import { question } from '../question.ts';
import { Choices } from './Choices.tsx';
import { Face, tone } from './Face.tsx';
import { Why } from './Why.tsx';

interface Props {
  model: PromptModel;
  text: Words;
  locale: string;
  settings: PromptSettings;
  arrive(step: Element | null): void;
  close(): void;
}

const strengths: Strength[] = [1, 2, 3, 4, 5];
const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * The card: one step at a time. Its status region is filled from outside, because to speak it is no reason to draw
 * everything again.
 */
export const Prompt = ({ model, text, locale, settings, arrive, close }: Props) => {
  const step = model.step.value;
  const emotion = model.emotion.value;
  const face = emotion && <Face emotion={emotion} />;
  const scale = settings.evaluation as EvaluationScale;
  const { min, max } = evaluationBounds[scale] ?? {};
  const [, ...ends] = text.ratings[scale] ?? [];
  const asked = question(step, text, settings);
  const isWhy = step === 'reasons' || step === 'comment';
  const isLast = isWhy && !(step === 'reasons' && scale);
  const isGiven = isWhy || (step === 'strength' ? model.strength : model.rating).value !== undefined;
  return (
    <section class={`card ${emotion ? tone(emotion) : ''}`} part="card" aria-label={text.question}>
      <div class="step" key={step} ref={arrive}>
        {step === 'emotion' && (
          <Choices
            name="emotions"
            legend={asked}
            values={settings.emotions}
            chosen={emotion}
            show={(value) => [<Face emotion={value} />, <span part="label">{text.emotions[value]}</span>]}
            tone={tone}
            choose={model.chooseEmotion}
          />
        )}
        {step === 'strength' && (
          <Choices
            name="strengths"
            legend={[face, asked]}
            values={strengths}
            chosen={model.strength.value}
            show={(value, index) => [
              <svg viewBox="0 0 44 44" aria-hidden="true">
                <circle cx="22" cy={39.6 - value * 3.4} r={3.4 + value * 3.4} />
              </svg>,
              <span part="label">{text.strengths[index]}</span>,
            ]}
            choose={model.chooseStrength}
          />
        )}
        {step === 'evaluation' && (
          <Choices
            name="ratings"
            legend={asked}
            values={numbers.slice(min, max + 1)}
            chosen={model.rating.value}
            show={(value) => <span part="label">{value}</span>}
            ends={ends}
            choose={model.rate}
          />
        )}
        {isWhy && <Why model={model} text={text} locale={locale} settings={settings} legend={[face, asked]} />}
        {step === 'thanks' && (
          <h2 part="question">
            {face}
            {asked}
          </h2>
        )}
        {step !== 'emotion' && (
          <footer>
            <button type="button" class="back" part="back" onClick={model.back}>
              {text.back}
            </button>
            {step !== 'thanks' && (
              <button
                type="button"
                class={isWhy ? 'send' : 'skip'}
                part={isWhy ? 'send' : 'skip'}
                onClick={isLast ? model.send : model.skip}
              >
                {isLast ? text.send : isGiven ? text.next : text.skip}
              </button>
            )}
          </footer>
        )}
      </div>
      <button type="button" class="close" part="close" aria-label={text.close} onClick={close}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M7 7l10 10M17 7L7 17" />
        </svg>
      </button>
      <p role="status" />
    </section>
  );
};
