import { z } from '@hono/zod-openapi';
import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { type EmotionSetName, emotionSets, isBalanced } from '@vivencia/contract/emotionSet';
import { evaluationScales } from '@vivencia/contract/scale';
import {
  chatProducts,
  commentModes,
  defaultSettings,
  keyPattern,
  touchpointLimits as limits,
  ownEventPrefix,
  positions,
  stages,
  type TouchpointSettings,
  urlMatches,
} from '@vivencia/contract/touchpoint';
import { atMostUnits, isNameable } from '../http/text.ts';
import { repeatsRepetition } from './repeatsRepetition.ts';

const localePattern = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

const line = (maximum: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC'))
    .pipe(
      atMostUnits(maximum).refine(isNameable, {
        error: 'has a character that is not allowed',
        params: { why: 'character' },
      }),
    );

const filledLine = (maximum: number) => line(maximum).pipe(z.string().min(1));

const visibleLine = (maximum: number) =>
  line(maximum).pipe(z.string().refine((text) => text.trim() !== '', { error: 'is blank', params: { why: 'blank' } }));

const paragraph = (maximum: number) => atMostUnits(maximum);

const byLocale = <T extends z.ZodType>(schema: T) =>
  z.record(z.string().regex(localePattern), schema).refine((texts) => Object.keys(texts).length <= limits.locales, {
    error: `must be at most ${limits.locales} in number`,
    params: { why: 'locales' },
  });

const ownEmotions = z
  .array(z.enum(emotions as [Emotion, ...Emotion[]]))
  .max(emotions.length)
  .refine(isBalanced, {
    error: 'needs a positive, a neutral and a negative emotion, and no sign two more than the other',
    params: { why: 'unbalanced' },
  });

const trigger = z.discriminatedUnion('on', [
  z
    .strictObject({ on: z.literal('url'), match: z.enum(urlMatches), value: filledLine(limits.triggerValue) })
    .refine(({ match, value }) => match !== 'regexp' || isRegExp(value), {
      error: 'is not a regular expression',
      params: { why: 'noRegExp' },
    })
    .refine(({ match, value }) => match !== 'regexp' || !repeatsRepetition(value), {
      error: 'repeats what repeats something itself, like (a+)+: a long address would take too long',
      params: { why: 'slowRegExp' },
    }),
  z.strictObject({ on: z.literal('purchase') }),
  z.strictObject({
    on: z.literal('event'),
    name: visibleLine(limits.eventName).refine((name) => !name.startsWith(ownEventPrefix), {
      error: `is an event of the widget itself: a name that starts with ${ownEventPrefix} is no trigger`,
      params: { why: 'ownEvent' },
    }),
  }),
  // Which selectors are valid only a browser knows; there, one that is not matches nothing.
  z.strictObject({ on: z.literal('visible'), selector: visibleLine(limits.triggerValue) }),
  z.strictObject({ on: z.literal('chat'), product: z.enum(chatProducts) }),
]);

const wording = z.strictObject({
  question: filledLine(limits.wording).optional(),
  strength: filledLine(limits.wording).optional(),
  reasons: filledLine(limits.wording).optional(),
  evaluation: filledLine(limits.wording).optional(),
  comment: filledLine(limits.wording).optional(),
  thanks: filledLine(limits.wording).optional(),
});

const standard = defaultSettings('');

/** Which of our own rules a setting breaks, where one of these says more than its path: `params.why` of the issue. */
export type Why =
  | 'tooLong'
  | 'character'
  | 'blank'
  | 'locales'
  | 'unbalanced'
  | 'noRegExp'
  | 'slowRegExp'
  | 'ownEvent'
  | 'twice';

/** A touchpoint's settings as `PUT` takes them: whole, and what is absent is the default; of the title, from the key. */
export const settingsSchema = z
  .strictObject({
    title: filledLine(limits.title).optional(),
    stage: z.enum(stages).nullable().default(standard.stage),
    unexpected: z.boolean().default(standard.unexpected),
    owner: line(limits.owner).default(standard.owner),
    note: paragraph(limits.note).default(standard.note),
    triggers: z
      .array(trigger)
      .max(limits.triggers)
      .refine((triggers) => new Set(triggers.map((each) => JSON.stringify(each))).size === triggers.length, {
        error: 'has a trigger twice',
        params: { why: 'twice' },
      })
      .default(standard.triggers),
    emotions: z
      .union([z.enum(Object.keys(emotionSets) as [EmotionSetName, ...EmotionSetName[]]), ownEmotions])
      .default(standard.emotions as EmotionSetName),
    strength: z.boolean().default(standard.strength),
    evaluation: z
      .enum(evaluationScales as ['csat', 'ces', 'nps'])
      .nullable()
      .default(standard.evaluation),
    comment: z.enum(commentModes).default(standard.comment),
    reasons: z
      .array(z.strictObject({ key: z.string().regex(keyPattern), label: byLocale(filledLine(limits.label)) }))
      .max(limits.reasons)
      .refine((reasons) => new Set(reasons.map((reason) => reason.key)).size === reasons.length, {
        error: 'has a key twice',
        params: { why: 'twice' },
      })
      .default(standard.reasons),
    wording: byLocale(wording).default(standard.wording),
    sampling: z.number().min(0).max(1).default(standard.sampling),
    delayMs: z.int().min(0).max(limits.delayMs).default(standard.delayMs),
    again: z
      .strictObject({
        answeredDays: z.number().min(0).max(limits.againDays).default(standard.again.answeredDays),
        dismissedDays: z.number().min(0).max(limits.againDays).default(standard.again.dismissedDays),
      })
      .default(standard.again),
    position: z.enum(positions).default(standard.position),
  })
  .openapi('TouchpointSettings', {
    example: {
      title: 'Checkout',
      stage: 'during',
      triggers: [{ on: 'url', match: 'contains', value: '/order-received' }],
      reasons: [{ key: 'delivery', label: { en: 'Delivery', es: 'La entrega' } }],
      wording: { es: { question: '¿Con qué sensación te quedas tras pagar?' } },
    },
  });

export const completeSettings = (key: string, given: z.output<typeof settingsSchema>): TouchpointSettings => ({
  ...given,
  title: given.title ?? defaultSettings(key).title,
});

function isRegExp(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
