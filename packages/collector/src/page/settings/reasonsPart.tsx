import { touchpointLimits as limits } from '@vivencia/contract/touchpoint';
import { languageTitle } from '../kit/languageName.ts';
import { localesOf, reasonRows, withFreeRow } from './fields.ts';
import { type FormState, idOf, More, TextField, Wrong } from './formPart.tsx';

/** Why people may feel so: what they tap, in each language. */
export const ReasonsPart = ({ form }: { form: FormState }) => {
  const words = form.view.words.settings;
  const all = withFreeRow(form.fields, 'reason', reasonRows(form.fields));
  return (
    <fieldset id={idOf('reasons')}>
      <legend>{words.reasons}</legend>
      <p class="hint">{words.reasonsHint}</p>
      <Wrong form={form} name="reasons" />
      <input type="hidden" name="reasons" value={String(all.length)} />
      {all.map((row) => (
        <fieldset class="line">
          <legend>{words.reason(row + 1)}</legend>
          {localesOf(form.fields).map((locale) => (
            <TextField
              form={form}
              name={`reason.${row}.label.${locale}`}
              label={languageTitle(form.view, locale)}
              lang={locale}
            />
          ))}
          <TextField
            form={form}
            name={`reason.${row}.key`}
            label={words.reasonKey}
            placeholder={words.keyPlaceholder}
          />
        </fieldset>
      ))}
      {all.length < limits.reasons && <More does="addReason">{words.addAnother}</More>}
    </fieldset>
  );
};
