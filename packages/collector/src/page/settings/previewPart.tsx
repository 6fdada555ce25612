import { languageTitle } from '../kit/languageName.ts';
import type { FormState } from './formPart.tsx';
import { previewLocaleOf } from './promptPreview.ts';

/** The prompt as visitors will see it, with what is typed right now. The frame has no origin and so reads nothing of ours. */
export const PreviewPart = ({ form, path }: { form: FormState; path: string }) => {
  const { view, fields, prompts } = form;
  const words = view.words.settings;
  const locale = previewLocaleOf(fields.get('previewLocale'), view.language, prompts);
  return (
    <aside class="see" aria-label={words.preview}>
      <div class="two">
        <label>
          {words.previewLanguage}
          <select name="previewLocale">
            {[...prompts.keys()].map((each) => (
              <option value={each} selected={each === locale}>
                {languageTitle(view, each)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.previewOn}
          <select name="previewOn" class="screen">
            <option value="phone">{words.phone}</option>
            <option value="computer">{words.computer}</option>
          </select>
        </label>
      </div>
      <div class="frame">
        <iframe
          title={words.preview}
          src={view.link(`${path}/preview`, { locale })}
          sandbox="allow-scripts"
          name="preview"
        ></iframe>
      </div>
      <p class="hint" role="status">
        {words.previewLead}
      </p>
      <noscript>
        <p class="hint">{words.previewNeedsScript}</p>
      </noscript>
      <p class="hint">
        <a href={view.link(`${path}/preview`, { locale })} target="_blank" rel="noopener">
          {words.previewAlone}
        </a>
      </p>
    </aside>
  );
};
