import type { PromptSettings } from '@vivencia/contract/loaderSettings';
import { responseLimits } from '@vivencia/contract/response';
import type { ComponentChildren } from 'preact';
import { inLocale } from '../../locale/inLocale.ts';
import type { Words } from '../../locale/words.ts';
import type { PromptModel } from '../promptModel.ts';

interface Props {
  model: PromptModel;
  text: Words;
  locale: string;
  settings: PromptSettings;
  face: ComponentChildren;
  arrive(step: Element | null): void;
}

/** What it was about: reasons to tap, a comment to write, or both. */
export const Why = ({ model, text, locale, settings, face, arrive }: Props) => {
  const { reasons, comment } = settings;
  const chosen = model.reasons.value;
  return (
    <div ref={arrive}>
      {reasons.length > 0 ? (
        <fieldset>
          <legend>
            {face}
            {text.reasons}
          </legend>
          <div class="reasons">
            {reasons.map(({ key, label }) => (
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(key)}
                  disabled={chosen.length >= responseLimits.reasons && !chosen.includes(key)}
                  onChange={() => model.toggleReason(key)}
                />
                <span>{inLocale(label, locale) ?? label.en ?? Object.values(label)[0] ?? key}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <h2>
          {face}
          {text.comment}
        </h2>
      )}
      {comment !== 'off' && (
        <>
          <textarea
            rows={3}
            maxLength={responseLimits.comment}
            aria-label={text.comment}
            aria-describedby="privacy"
            placeholder={reasons.length ? text.comment : ''}
            value={model.comment.value}
            onInput={(event) => {
              model.comment.value = event.currentTarget.value;
            }}
          />
          <small id="privacy">{text.privacy}</small>
        </>
      )}
    </div>
  );
};
