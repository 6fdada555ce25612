import type { Child } from 'hono/jsx';
import type { BuiltPrompts } from '../kit/builtPrompts.ts';
import type { View } from '../kit/view.ts';
import type { Fields } from './fields.ts';
import type { Problem } from './problems.ts';

/** What every part of the form is written from. */
export interface FormState {
  view: View;
  fields: Fields;
  problems: readonly Problem[];
  prompts: BuiltPrompts;
}

interface FieldProps {
  form: FormState;
  name: string;
  label: Child;
  /** What helps to fill it in. */
  hint?: Child;
  children: Child;
}

/** An id that a link may name. */
export const idOf = (name: string) => `f-${name.replaceAll('.', '-')}`;

export const problemOf = ({ problems, view }: FormState, name: string) =>
  problems.find(({ field }) => field === name)?.say(view.words.settings.problem);

/** What a control says of itself: its id and name, and what is wrong with it. */
export const control = (form: FormState, name: string, hasHint = false) => {
  const isWrong = problemOf(form, name) !== undefined;
  const described = [isWrong && `${idOf(name)}-wrong`, hasHint && `${idOf(name)}-hint`].filter((id) => id).join(' ');
  return {
    id: idOf(name),
    name,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  };
};

export const Wrong = ({ form, name }: { form: FormState; name: string }) => {
  const problem = problemOf(form, name);
  return problem ? (
    <p class="wrong" id={`${idOf(name)}-wrong`}>
      {problem}
    </p>
  ) : null;
};

/** A label, its control, what helps, and what is wrong. */
export const Field = ({ form, name, label, hint, children }: FieldProps) => (
  <div class="field">
    <label for={idOf(name)}>{label}</label>
    {children}
    {hint && (
      <p class="hint" id={`${idOf(name)}-hint`}>
        {hint}
      </p>
    )}
    <Wrong form={form} name={name} />
  </div>
);

interface TextProps {
  form: FormState;
  name: string;
  label: Child;
  hint?: Child;
  placeholder?: string | undefined;
  lang?: string;
  inputmode?: 'decimal';
}

export const TextField = ({ form, name, label, hint, ...input }: TextProps) => (
  <Field form={form} name={name} label={label} hint={hint}>
    <input
      {...control(form, name, !!hint)}
      value={form.fields.get(name) ?? ''}
      autocomplete="off"
      dir="auto"
      {...input}
    />
  </Field>
);

interface ChoiceProps {
  form: FormState;
  name: string;
  label: Child;
  hint?: Child;
  /** Words by value, in order. */
  options: readonly (readonly [value: string, words: string])[];
}

export const ChoiceField = ({ form, name, label, hint, options }: ChoiceProps) => (
  <Field form={form} name={name} label={label} hint={hint}>
    <select {...control(form, name, !!hint)}>
      {options.map(([value, words]) => (
        <option value={value} selected={value === (form.fields.get(name) ?? '')}>
          {words}
        </option>
      ))}
    </select>
  </Field>
);

export const Tick = ({ form, name, children }: { form: FormState; name: string; children: Child }) => (
  <label class="tick">
    <input type="checkbox" name={name} value="on" checked={form.fields.has(name)} />
    <span>{children}</span>
  </label>
);

/** A button that shows the form again, with what was typed and more room. */
export const More = ({ does, children }: { does: string; children: Child }) => (
  <button class="link" type="submit" name="do" value={does} formnovalidate>
    {children}
  </button>
);
