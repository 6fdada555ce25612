import type { Context } from 'hono';
import type { Fields } from './fields.ts';

/** What a form sent, by the names of its fields; a body that is no form has none. Files are none of its fields. */
export async function readForm(c: Context): Promise<Fields> {
  const fields = new Map<string, string>();
  const sent = await c.req.formData().catch(() => null);
  sent?.forEach((value, name) => {
    if (typeof value === 'string') fields.set(name, value);
  });
  return fields;
}
