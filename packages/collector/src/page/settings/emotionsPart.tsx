import { type Emotion, emotionSign, emotions } from '@vivencia/contract/emotion';
import { type EmotionSetName, emotionSets } from '@vivencia/contract/emotionSet';
import { Face } from '../kit/faces.tsx';
import { control, type FormState, idOf, Wrong } from './formPart.tsx';

const names = Object.keys(emotionSets) as EmotionSetName[];

/** Which feelings are offered: one of our sets, or a list of one's own. */
export const EmotionsPart = ({ form }: { form: FormState }) => {
  const { words } = form.view;
  const chosen = form.fields.get('emotions');
  return (
    <fieldset id={idOf('emotions')} {...describedWhereWrong(form)}>
      <legend>{words.settings.emotions}</legend>
      <Wrong form={form} name="emotions" />
      {[...names, 'own' as const].map((name) => (
        <label class="set">
          <input type="radio" name="emotions" value={name} checked={name === chosen} />
          <span>
            <b>{words.settings.emotionSet[name]}</b>
            {name === 'own' ? (
              <small>{words.settings.ownHint}</small>
            ) : (
              <small>{emotionSets[name].map((emotion) => words.emotion[emotion]).join(', ')}</small>
            )}
          </span>
        </label>
      ))}
      <div class="own">
        {([1, 0, -1] as const).map((sign) => (
          <div>
            {emotions
              .filter((emotion) => emotionSign[emotion] === sign)
              .map((emotion) => (
                <OwnEmotion form={form} emotion={emotion} />
              ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
};

const describedWhereWrong = (form: FormState) => ({
  'aria-describedby': control(form, 'emotions')['aria-describedby'],
});

const OwnEmotion = ({ form, emotion }: { form: FormState; emotion: Emotion }) => (
  <label class="tick">
    <input type="checkbox" name={`emotion.${emotion}`} value="on" checked={form.fields.has(`emotion.${emotion}`)} />
    <Face emotion={emotion} />
    <span>{form.view.words.emotion[emotion]}</span>
  </label>
);
