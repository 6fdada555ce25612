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
  legend: ComponentChildren;
}

/** A label in another language than the prompt's, and which. */
const anyOf = (label: Record<string, string>) =>
  Object.entries(label).sort(([tag]) => (tag === 'en' ? -1 : 1))[0] ?? [];

/** What it was about: reasons to tap, a comment to write, or both. */
export const Why = ({ model, text, locale, settings, legend }: Props) => {
  const byTap = model.step.value === 'reasons';
  const chosen = model.reasons.value;
  return (
    <>
      {byTap ? (
        <fieldset>
          <legend part="question">{legend}</legend>
          <div class="reasons">
            {settings.reasons.map(({ key, label }) => {
              const own = inLocale(label, locale);
              const [lang, words] = own ? [undefined, own] : anyOf(label);
              return (
                <label part="choice">
                  <input
                    type="checkbox"
                    checked={chosen.includes(key)}
                    disabled={chosen.length >= responseLimits.reasons && !chosen.includes(key)}
                    onChange={() => model.toggleReason(key)}
                  />
                  <span part="label" lang={lang}>
                    {words ?? key}
                  </span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ) : (
        <h2 part="question">{legend}</h2>
      )}
      {settings.comment !== 'off' && !(byTap && settings.evaluation) && (
        <>
          {byTap && <small>{text.comment}</small>}
          <textarea
            part="comment"
            rows={3}
            maxLength={responseLimits.comment}
            aria-label={text.comment}
            aria-describedby="privacy"
            value={model.comment.value}
            onInput={(event) => {
              model.comment.value = event.currentTarget.value;
            }}
          />
          <small id="privacy">{text.privacy}</small>
        </>
      )}
    </>
  );
};
