import { defaultSettings, keyPattern, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import { z } from 'zod';
import { inputErrors } from '../http/inputError.ts';
import type { InputError } from '../http/problem.ts';
import { completeSettings, settingsSchema } from './touchpointSchema.ts';

/** What the file says of itself: another one is not read as this one. */
export const fileSchema = 'vivencia-touchpoints/1';

export type Declarations = Map<string, TouchpointSettings>;

/**
 * All touchpoints that a site declares as one text to read, review and keep: by key, each with what is not as by default.
 * The same declarations make the same text.
 */
export function writeDeclarations(declared: Declarations): string {
  const keys = [...declared.keys()].sort();
  const touchpoints = Object.fromEntries(
    keys.map((key) => [key, shortened(key, declared.get(key) as TouchpointSettings)]),
  );
  return `${JSON.stringify({ schema: fileSchema, touchpoints }, null, 2)}\n`;
}

/** In the settings' own order, with the title always: it names what the rest is about. */
function shortened(key: string, settings: TouchpointSettings): Partial<TouchpointSettings> {
  const standard = defaultSettings(key);
  const names = Object.keys(standard) as (keyof TouchpointSettings)[];
  const said = names.filter((name) => name === 'title' || !saysTheSame(settings[name], standard[name]));
  return Object.fromEntries(said.map((name) => [name, settings[name]]));
}

/** Whether two values are the same JSON, in whichever order their names stand. */
export const saysTheSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );

const wholeFile = z.strictObject({ schema: z.literal(fileSchema), touchpoints: z.record(z.string(), z.unknown()) });

const badKey = 'needs 1 to 64 of a–z, 0–9, dot, underscore and hyphen, and a letter or digit first';

/** The declarations of a file's text, or everything that is wrong with it by where it stands. */
export function readDeclarations(text: string): { declared: Declarations } | { errors: InputError[] } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { errors: [{ path: '', reason: 'is not JSON' }] };
  }
  const whole = wholeFile.safeParse(given);
  if (!whole.success) return { errors: inputErrors(whole.error, given) };
  const declared: Declarations = new Map();
  const errors: InputError[] = [];
  for (const [key, settings] of Object.entries(whole.data.touchpoints)) {
    const path = `touchpoints.${key}`;
    if (!keyPattern.test(key)) {
      errors.push({ path: 'touchpoints', reason: `has a key that is not valid: it ${badKey}` });
      continue;
    }
    const parsed = settingsSchema.safeParse(settings);
    if (parsed.success) declared.set(key, completeSettings(key, parsed.data));
    else {
      const found = inputErrors(parsed.error, settings);
      errors.push(...found.map((error) => ({ ...error, path: [path, error.path].filter(Boolean).join('.') })));
    }
  }
  return errors.length > 0 ? { errors } : { declared };
}
