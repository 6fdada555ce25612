import type { Context } from 'hono';

/** The texts of a form that was sent; none where it cannot be read. */
export async function formFields(c: Context): Promise<Record<string, string>> {
  const body = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** A row's number as a form names it; -1, which is no row's, where it names none. */
export const rowNumber = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : -1);
