import { isDeepStrictEqual } from 'node:util';
import { keyPattern, type TouchpointSettings, type Wording } from '@vivencia/contract/touchpoint';
import { completeSettings, settingsSchema } from '../../declare/touchpointSchema.ts';
import { type Fields, localesOf, reasonRows, tickedEmotions, triggerRows, wordingParts } from './fields.ts';
import { type Problem, problemsOf } from './problems.ts';

export type Read = { settings: TouchpointSettings; problems?: undefined } | { problems: Problem[] };

/** What the form says, by the same rules as `PUT /v1/touchpoints/{key}`. */
export function readSettings(key: string, fields: Fields): Read {
  const triggers = triggerRows(fields).flatMap((row) => triggerOf(fields, row));
  const reasons = reasonsOf(fields);
  const text = (name: string) => fields.get(name) ?? '';
  const read = settingsSchema.safeParse({
    title: text('title'),
    stage: text('stage') || null,
    unexpected: fields.has('unexpected'),
    owner: text('owner'),
    note: text('note').replaceAll('\r\n', '\n'),
    triggers: triggers.map(({ trigger }) => trigger),
    emotions: text('emotions') === 'own' ? tickedEmotions(fields) : text('emotions'),
    strength: fields.has('strength'),
    evaluation: text('evaluation') || null,
    comment: fields.has('comment') ? 'optional' : 'off',
    reasons: reasons.map(({ reason }) => reason),
    wording: wordingOf(fields),
    sampling: rounded(numberOf(text('sampling')) / 100),
    delayMs: Math.round(numberOf(text('delay')) * 1000),
    again: { answeredDays: numberOf(text('answeredDays')), dismissedDays: numberOf(text('dismissedDays')) },
    position: text('position'),
  });
  if (read.success) return { settings: completeSettings(key, read.data) };
  const placed = { triggers: triggers.map(({ row }) => row), reasons: reasons.map(({ row }) => row) };
  return { problems: problemsOf(read.error.issues, placed) };
}

/** Whether it says what is settled already. */
export const saysTheSame = (a: TouchpointSettings, b: TouchpointSettings) => isDeepStrictEqual(a, b);

/** A row without a choice is none. */
function triggerOf(fields: Fields, row: number) {
  const [on, how] = (fields.get(`trigger.${row}.on`) ?? '').split('.');
  const value = fields.get(`trigger.${row}.value`) ?? '';
  if (!on) return [];
  const trigger = {
    url: { on, match: how, value },
    event: { on, name: value },
    visible: { on, selector: value },
    chat: { on, product: how },
  }[on] ?? { on };
  return [{ row, trigger }];
}

/** A row without any word is none. A key that nobody wrote is made of the first label. */
function reasonsOf(fields: Fields) {
  const locales = localesOf(fields);
  const labelOf = (row: number) =>
    Object.fromEntries(
      locales.flatMap((locale) => {
        const text = fields.get(`reason.${row}.label.${locale}`) ?? '';
        return text.trim() ? [[locale, text]] : [];
      }),
    );
  const written = reasonRows(fields)
    .map((row) => ({ row, key: (fields.get(`reason.${row}.key`) ?? '').trim(), label: labelOf(row) }))
    .filter(({ key, label }) => key || Object.keys(label).length > 0);
  const taken = new Set(written.map(({ key }) => key));
  return written.map(({ row, key, label }) => {
    const own = key || freeKey(keyOf(Object.values(label)[0] ?? '') || `reason-${row + 1}`, taken);
    taken.add(own);
    return { row, reason: { key: own, label } };
  });
}

function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  let key = wanted;
  for (let next = 2; taken.has(key); next++) key = `${wanted}-${next}`;
  return key;
}

/** "Gastos de envío" → `gastos-de-envio`; empty where nothing of it can be in a key. */
export function keyOf(title: string): string {
  const key = title
    .slice(0, 80)
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return keyPattern.test(key) ? key : '';
}

function wordingOf(fields: Fields) {
  const byLocale = localesOf(fields).map((locale) => {
    const texts: Wording = {};
    for (const part of wordingParts) {
      const text = fields.get(`wording.${locale}.${part}`) ?? '';
      if (text.trim()) texts[part] = text;
    }
    return [locale, texts] as const;
  });
  return Object.fromEntries(byLocale.filter(([, texts]) => Object.keys(texts).length > 0));
}

/** With a comma or a point, as people write it; nothing is no number. */
const numberOf = (text: string) => (text.trim() ? Number(text.trim().replace(',', '.')) : Number.NaN);

const rounded = (x: number) => Number(x.toPrecision(12));
