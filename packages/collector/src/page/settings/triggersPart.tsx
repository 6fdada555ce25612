import { chatProducts, touchpointLimits as limits, urlMatches } from '@vivencia/contract/touchpoint';
import { triggerRows, withFreeRow } from './fields.ts';
import { control, type FormState, idOf, More, Wrong } from './formPart.tsx';

const productNames = {
  hubspot: 'HubSpot',
  tawk: 'tawk.to',
  zendesk: 'Zendesk (classic)',
  'zendesk-messenger': 'Zendesk Messenger',
  livechat: 'LiveChat',
  intercom: 'Intercom',
  crisp: 'Crisp',
  chatwoot: 'Chatwoot',
  helpscout: 'Help Scout',
} satisfies Record<(typeof chatProducts)[number], string>;

/** When the prompt comes by itself: rows of a choice and its value. */
export const TriggersPart = ({ form }: { form: FormState }) => {
  const words = form.view.words.settings;
  const all = withFreeRow(form.fields, 'trigger', triggerRows(form.fields));
  return (
    <fieldset id={idOf('triggers')}>
      <legend>{words.triggers}</legend>
      <p class="hint">{words.triggersHint}</p>
      <Wrong form={form} name="triggers" />
      <input type="hidden" name="triggers" value={String(all.length)} />
      {all.map((row) => (
        <Row form={form} row={row} />
      ))}
      {all.length < limits.triggers && <More does="addTrigger">{words.addAnother}</More>}
    </fieldset>
  );
};

const Row = ({ form, row }: { form: FormState; row: number }) => {
  const words = form.view.words.settings;
  const [on, value] = [`trigger.${row}.on`, `trigger.${row}.value`];
  const chosen = form.fields.get(on) ?? '';
  const option = (kind: string, text: string) => (
    <option value={kind} selected={kind === chosen}>
      {text}
    </option>
  );
  return (
    <div class="pair">
      <select {...control(form, on)} aria-label={words.triggerKind(row + 1)}>
        {option('', words.noTrigger)}
        <optgroup label={words.address}>
          {urlMatches.map((match) => option(`url.${match}`, words.urlMatch[match]))}
        </optgroup>
        <optgroup label={words.onPage}>
          {option('purchase', words.purchase)}
          {option('event', words.event)}
          {option('visible', words.visible)}
        </optgroup>
        <optgroup label={words.chatEnds}>
          {chatProducts.map((product) => option(`chat.${product}`, productNames[product]))}
        </optgroup>
      </select>
      <input
        {...control(form, value)}
        value={form.fields.get(value) ?? ''}
        aria-label={words.triggerValue(row + 1)}
        placeholder={words.triggerPlaceholder}
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
      />
      <Wrong form={form} name={on} />
      <Wrong form={form} name={value} />
    </div>
  );
};
