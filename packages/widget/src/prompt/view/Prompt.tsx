import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import type { Strength } from '@vivencia/contract/scale';
import type { Words } from '../../locale/words.ts';
import type { PromptModel } from '../promptModel.ts';
import { Choices } from './Choices.tsx';
import { Face, tone } from './Face.tsx';
import { Why } from './Why.tsx';

interface Props {
  model: PromptModel;
  text: Words;
  locale: string;
  settings: PromptSettings;
  announced: string;
  arrive(step: Element | null): void;
  close(): void;
}

const strengths: Strength[] = [1, 2, 3, 4, 5];

/** The card: one step at a time. */
export const Prompt = (props: Props) => {
  const { model, text, locale, settings, announced, arrive, close } = props;
  const step = model.step.value;
  const emotion = model.emotion.value;
  const face = emotion && <Face emotion={emotion} />;
  return (
    <section class={`card ${emotion && tone(emotion)}`} aria-label={text.question}>
      <div class="step" key={step}>
        {step === 'emotion' && (
          <Choices
            name="emotions"
            legend={text.question}
            values={settings.emotions}
            chosen={emotion}
            show={(value) => [<Face emotion={value} />, <span>{text.emotions[value]}</span>]}
            tone={tone}
            choose={model.chooseEmotion}
            arrive={arrive}
          />
        )}
        {step === 'strength' && (
          <Choices
            name="strengths"
            legend={[face, text.strength]}
            values={strengths}
            chosen={model.strength.value}
            show={(value, index) => [
              <svg viewBox="0 0 44 44" aria-hidden="true">
                <circle cx="22" cy={39.6 - value * 3.4} r={3.4 + value * 3.4} />
              </svg>,
              <span>{text.strengths[index]}</span>,
            ]}
            choose={model.chooseStrength}
            arrive={arrive}
          />
        )}
        {step === 'why' && (
          <Why model={model} text={text} locale={locale} settings={settings} face={face} arrive={arrive} />
        )}
        {step === 'thanks' && (
          <h2 ref={arrive}>
            {face}
            {text.thanks}
          </h2>
        )}
        {(step === 'strength' || step === 'why') && (
          <nav>
            <button type="button" class="back" onClick={model.back}>
              {text.back}
            </button>
            {(step === 'strength' || !(model.reasons.value.length || model.comment.value)) && (
              <button type="button" class="skip" onClick={model.skip}>
                {text.skip}
              </button>
            )}
            {step === 'why' && (
              <button type="button" class="send" onClick={model.send}>
                {text.send}
              </button>
            )}
          </nav>
        )}
      </div>
      <button type="button" class="close" aria-label={text.close} onClick={close}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M7 7l10 10M17 7L7 17" />
        </svg>
      </button>
      <p role="status">{announced}</p>
    </section>
  );
};
