import { evaluationScales } from '@vivencia/contract/scale';
import { positions, stages } from '@vivencia/contract/touchpoint';
import { ChoiceField, control, Field, type FormState, idOf, TextField, Tick } from './formPart.tsx';

/** What the touchpoint is. */
export const MomentPart = ({ form }: { form: FormState }) => {
  const words = form.view.words.settings;
  const stageWords = stages.map((stage) => [stage, words.stageOption[stage]] as const);
  return (
    <fieldset>
      <legend>{words.moment}</legend>
      <div class="two">
        <TextField form={form} name="title" label={words.titleLabel} />
        <ChoiceField form={form} name="stage" label={words.stage} options={[['', words.noStage], ...stageWords]} />
      </div>
      <Tick form={form} name="unexpected">
        {words.unexpected}
      </Tick>
      <div class="two">
        <TextField form={form} name="owner" label={words.owner} placeholder={words.ownerPlaceholder} />
        <Field form={form} name="note" label={words.note}>
          <textarea {...control(form, 'note')} rows={2} placeholder={words.notePlaceholder} dir="auto">
            {form.fields.get('note') ?? ''}
          </textarea>
        </Field>
      </div>
    </fieldset>
  );
};

/** What is asked after the feeling. */
export const QuestionsPart = ({ form }: { form: FormState }) => {
  const { words } = form.view;
  const scales = evaluationScales.map((scale) => [scale, words.evaluation[scale]] as const);
  return (
    <fieldset>
      <legend>{words.settings.questions}</legend>
      <Tick form={form} name="strength">
        {words.settings.strength}
      </Tick>
      <Tick form={form} name="comment">
        {words.settings.comment}
      </Tick>
      <ChoiceField
        form={form}
        name="evaluation"
        label={words.settings.evaluation}
        options={[['', words.settings.noEvaluation], ...scales]}
      />
    </fieldset>
  );
};

/** Whom it asks, how soon, how often and where. */
export const RestraintPart = ({ form }: { form: FormState }) => {
  const words = form.view.words.settings;
  return (
    <fieldset id={idOf('restraint')}>
      <legend>{words.restraint}</legend>
      <div class="two">
        <TextField form={form} name="sampling" label={words.sampling} hint={words.samplingHint} inputmode="decimal" />
        <TextField form={form} name="delay" label={words.delay} inputmode="decimal" />
        <TextField form={form} name="answeredDays" label={words.answeredDays} inputmode="decimal" />
        <TextField form={form} name="dismissedDays" label={words.dismissedDays} inputmode="decimal" />
        <ChoiceField
          form={form}
          name="position"
          label={words.position}
          options={positions.map((position) => [position, words.positionOption[position]] as const)}
        />
      </div>
      <p class="hint">{words.restraintHint}</p>
    </fieldset>
  );
};
