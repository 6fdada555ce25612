import { z } from '@hono/zod-openapi';
import { responseLimits } from '@vivencia/contract/response';
import { keyPattern } from '@vivencia/contract/touchpoint';
import { atMostUnits, isNameable } from '../http/text.ts';

const longestName = 100;

/** A language tag as BCP 47 writes it, as far as anything here depends on it. */
export const localeForm = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

const name = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(atMostUnits(longestName).min(1).refine(isNameable, { error: 'has a character that is not allowed' }));

const locale = z
  .string()
  .max(responseLimits.locale)
  .regex(localeForm, { error: 'is not a language tag like es or pt-BR' });

/** What a kiosk is made of. Without a locale it speaks the device's language. */
export const newKioskSchema = z
  .strictObject({ touchpoint: z.string().regex(keyPattern), name, locale: locale.nullish() })
  .openapi('NewKiosk', { example: { touchpoint: 'delivery', name: 'Counter 2', locale: 'es' } });

/** A kiosk as it is listed: nobody can open it with that. */
export const kioskSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    touchpoint: z.string(),
    locale: z.string().nullable(),
    created: z.iso.datetime(),
  })
  .openapi('Kiosk');

/** As it is answered once: whoever has its address can answer by it. */
export const openedKioskSchema = kioskSchema.extend({ url: z.string() }).openapi('OpenedKiosk');
