import type { Emotion } from '@vivencia/contract/emotion';
import { emotions } from '@vivencia/contract/emotion';
import { emotionsOffered } from '@vivencia/contract/emotionSet';
import { touchpointLimits as limits, type TouchpointSettings, type Trigger } from '@vivencia/contract/touchpoint';
import type { Context } from 'hono';
import { formFields } from '../kit/formFields.ts';

/** What the form holds, as text by the names of its fields; what is not ticked is not there. */
export type Fields = ReadonlyMap<string, string>;

/** What a form of settings sent. */
export const sentFields = async (c: Context): Promise<Fields> => new Map(Object.entries(await formFields(c)));

/** The languages that always have their fields. */
const usualLocales = ['en', 'es', 'ca'];

export const wordingParts = ['question', 'strength', 'reasons', 'evaluation', 'comment', 'thanks'] as const;

/** A touchpoint's settings as the form shows them. */
export function fieldsOf(settings: TouchpointSettings): Fields {
  const { triggers, reasons, wording, again } = settings;
  const fields = new Map<string, string>();
  const tick = (name: string, on: boolean) => on && fields.set(name, 'on');
  const { title, stage, owner, note, evaluation, position } = settings;
  for (const [name, text] of Object.entries({ title, stage, owner, note, evaluation, position }))
    fields.set(name, text ?? '');
  tick('unexpected', settings.unexpected);
  tick('strength', settings.strength);
  tick('comment', settings.comment === 'optional');

  triggers.forEach((trigger, row) => {
    fields.set(`trigger.${row}.on`, kindOf(trigger));
    fields.set(`trigger.${row}.value`, textOf(trigger));
  });
  fields.set('triggers', String(triggers.length));

  fields.set('emotions', typeof settings.emotions === 'string' ? settings.emotions : 'own');
  for (const emotion of emotionsOffered(settings.emotions)) tick(`emotion.${emotion}`, true);

  reasons.forEach(({ key, label }, row) => {
    fields.set(`reason.${row}.key`, key);
    for (const [locale, text] of Object.entries(label)) fields.set(`reason.${row}.label.${locale}`, text);
  });
  fields.set('reasons', String(reasons.length));
  for (const [locale, texts] of Object.entries(wording))
    for (const [part, text] of Object.entries(texts)) fields.set(`wording.${locale}.${part}`, text ?? '');
  const locales = [...usualLocales, ...Object.keys(wording), ...reasons.flatMap(({ label }) => Object.keys(label))];
  fields.set('locales', [...new Set(locales)].join(' '));

  fields.set('sampling', plain(settings.sampling * 100));
  fields.set('delay', plain(settings.delayMs / 1000));
  fields.set('answeredDays', plain(again.answeredDays));
  fields.set('dismissedDays', plain(again.dismissedDays));
  return fields;
}

/** Without the last places of what a computer makes of tenths. */
const plain = (x: number) => String(Number(x.toPrecision(12)));

/** `url.contains`, `chat.crisp`, `purchase`: one choice says what it is and how. */
const kindOf = (trigger: Trigger): string =>
  trigger.on === 'url' ? `url.${trigger.match}` : trigger.on === 'chat' ? `chat.${trigger.product}` : trigger.on;

function textOf(trigger: Trigger): string {
  switch (trigger.on) {
    case 'url':
      return trigger.value;
    case 'event':
      return trigger.name;
    case 'visible':
      return trigger.selector;
    default:
      return '';
  }
}

const rows = (fields: Fields, name: string, most: number) => {
  const count = Math.floor(Number(fields.get(name)));
  return Array.from({ length: Math.min(most, count > 0 ? count : 0) }, (_, row) => row);
};

export const triggerRows = (fields: Fields) => rows(fields, 'triggers', limits.triggers);
export const reasonRows = (fields: Fields) => rows(fields, 'reasons', limits.reasons);

/** The rows to show: all that there are, and a free one at the end. */
export function withFreeRow(fields: Fields, name: 'trigger' | 'reason', rows: number[]): number[] {
  const last = `${name}.${rows.length - 1}.`;
  const isFree = rows.length > 0 && ![...fields].some(([field, text]) => field.startsWith(last) && text.trim());
  const isAsked = fields.get('do') === { trigger: 'addTrigger', reason: 'addReason' }[name];
  const isFull = rows.length >= { trigger: limits.triggers, reason: limits.reasons }[name];
  return (isFree && !isAsked) || isFull ? rows : [...rows, rows.length];
}

export const localesOf = (fields: Fields): string[] => {
  const said = (fields.get('locales') ?? '').split(' ').filter((locale) => /^[A-Za-z0-9-]{2,35}$/.test(locale));
  return [...new Set([...usualLocales, ...said])].slice(0, limits.locales);
};

export const tickedEmotions = (fields: Fields): Emotion[] =>
  emotions.filter((emotion) => fields.has(`emotion.${emotion}`));
