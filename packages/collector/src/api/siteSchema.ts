import { z } from '@hono/zod-openapi';
import { normalizeOrigin } from '../access/origin.ts';
import { atMostUnits, isNameable } from '../http/text.ts';
import type { SiteSettings } from '../store/site.ts';

const limits = { name: 80, origins: 50, gapMinutes: 525_600, dailyCap: 1_000, days: 36_500 } as const;

/** What a site is that nothing was said about but its name. */
export const defaultSite = (name: string): SiteSettings => ({
  name,
  origins: [],
  timeZone: 'UTC',
  gapMinutes: 60,
  dailyCap: 3,
  retentionDays: { shown: 0, comments: 0, respondents: 0 },
});

const origin = z.string().transform((entry, context) => {
  const normal = normalizeOrigin(entry);
  if (normal === null) context.addIssue({ code: 'custom', message: 'is not an origin like https://shop.example' });
  return normal ?? '';
});

const timeZone = z.string().refine(isTimeZone, { error: 'is not an IANA time zone like Europe/Madrid' });

/** A late answer to a response that was deleted would count as another one; after 7 days no widget delivers any more. */
const shownDaysAtLeast = 8;
const shownDays = z
  .int()
  .max(limits.days)
  .refine((number) => number === 0 || number >= shownDaysAtLeast, {
    error: `must be 0 or at least ${shownDaysAtLeast}`,
  });
const days = z.int().min(0).max(limits.days);

/** A site's settings as `PUT` takes them: whole, and what is absent is the default. Retention in days, 0 = forever. */
export const siteSettingsSchema = z
  .strictObject({
    name: z
      .string()
      .transform((text) => text.normalize('NFC').trim())
      .pipe(
        atMostUnits(limits.name)
          .min(1)
          .refine(isNameable, { error: 'has a character that is not allowed' })
          .refine((name) => !name.startsWith('pk_'), { error: 'may not look like a public key' }),
      ),
    origins: z.array(origin).max(limits.origins).default([]),
    timeZone: timeZone.default('UTC'),
    gapMinutes: z.number().min(0).max(limits.gapMinutes).default(60),
    dailyCap: z.int().min(0).max(limits.dailyCap).default(3),
    retentionDays: z
      .strictObject({ shown: shownDays.default(0), comments: days.default(0), respondents: days.default(0) })
      .default({ shown: 0, comments: 0, respondents: 0 }),
  })
  .openapi('Site', {
    example: {
      name: 'Shop',
      origins: ['https://shop.example'],
      timeZone: 'Europe/Madrid',
      gapMinutes: 60,
      dailyCap: 3,
      retentionDays: { shown: 90, comments: 365, respondents: 365 },
    },
  });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
