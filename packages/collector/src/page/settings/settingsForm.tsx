import type { Touchpoint } from '../../store/site.ts';
import { MomentPart, QuestionsPart, RestraintPart } from './askingPart.tsx';
import { EmotionsPart } from './emotionsPart.tsx';
import { fieldName } from './fieldName.ts';
import { type FormState, idOf } from './formPart.tsx';
import { PreviewPart } from './previewPart.tsx';
import { ReasonsPart } from './reasonsPart.tsx';
import { TriggersPart } from './triggersPart.tsx';
import { WordingPart } from './wordingPart.tsx';

interface SettingsFormProps {
  form: FormState;
  touchpoint: Touchpoint;
  /** Path of the touchpoint's own page. */
  path: string;
}

/** Everything that can be settled about a touchpoint, and beside it the prompt that comes of it. */
export const SettingsForm = ({ form, touchpoint, path }: SettingsFormProps) => {
  const { view, problems } = form;
  const words = view.words.settings;
  const save = touchpoint.confirmed ? words.save : words.confirm;
  return (
    <form
      class="settings"
      method="post"
      action={view.link(`${path}/settings`)}
      data-preview={view.link(`${path}/preview`)}
      data-offline={words.previewOffline}
    >
      <input type="hidden" name="base" value={String(touchpoint.version)} />
      {/* The first button is the one that Enter presses. */}
      <button class="hide" type="submit" tabindex={-1}>
        {save}
      </button>
      <div>
        {problems.length > 0 && (
          <div class="note" role="alert">
            <p>{words.notSaved}</p>
            <ul>
              {problems.map(({ field, say }) => (
                <li>
                  <a href={`#${idOf(field)}`}>
                    {fieldName(words, field)}: {say(words.problem)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <MomentPart form={form} />
        <EmotionsPart form={form} />
        <QuestionsPart form={form} />
        <ReasonsPart form={form} />
        <WordingPart form={form} />
        <TriggersPart form={form} />
        <RestraintPart form={form} />
        <p class="save">
          <button class="do" type="submit">
            {save}
          </button>
          <span class="hint">{words.saveHint}</span>
        </p>
      </div>
      <PreviewPart form={form} path={path} />
    </form>
  );
};
