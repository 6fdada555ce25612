import type { EvaluationScale } from '@vivencia/contract/scale';
import { touchpointLimits as limits } from '@vivencia/contract/touchpoint';
import { languageTitle } from '../kit/languageName.ts';
import { localesOf, wordingParts } from './fields.ts';
import { type FormState, idOf, More, problemOf, TextField, Wrong } from './formPart.tsx';

/** What the prompt says, language by language; an empty field says it in our words, which it shows. */
export const WordingPart = ({ form }: { form: FormState }) => {
  const words = form.view.words.settings;
  const locales = localesOf(form.fields);
  const others = [...form.prompts.keys()].filter((locale) => !locales.includes(locale));
  return (
    <fieldset id={idOf('wording')}>
      <legend>{words.wording}</legend>
      <p class="hint">{words.wordingHint}</p>
      <Wrong form={form} name="wording" />
      <input type="hidden" name="locales" value={locales.join(' ')} />
      {locales.map((locale) => (
        <WordingOf form={form} locale={locale} />
      ))}
      {others.length > 0 && locales.length < limits.locales && (
        <div class="pair">
          <select name="locale" aria-label={words.otherLanguage}>
            {others.map((locale) => (
              <option value={locale}>{languageTitle(form.view, locale)}</option>
            ))}
          </select>
          <More does="addLocale">{words.addLanguage}</More>
        </div>
      )}
    </fieldset>
  );
};

const WordingOf = ({ form, locale }: { form: FormState; locale: string }) => {
  const words = form.view.words.settings;
  const own = wordingParts.filter((part) => form.fields.get(`wording.${locale}.${part}`)).length;
  const isWrong = wordingParts.some((part) => problemOf(form, `wording.${locale}.${part}`));
  const standard = form.prompts.get(locale)?.words;
  const scale = (form.fields.get('evaluation') || 'csat') as EvaluationScale;
  return (
    <details open={isWrong}>
      <summary>
        {languageTitle(form.view, locale)} <span class="hint">{own > 0 && words.ownWords(own)}</span>
      </summary>
      {wordingParts.map((part) => (
        <TextField
          form={form}
          name={`wording.${locale}.${part}`}
          label={words.wordingPart[part]}
          placeholder={part === 'evaluation' ? standard?.evaluation[scale] : standard?.[part]}
          lang={locale}
        />
      ))}
    </details>
  );
};
