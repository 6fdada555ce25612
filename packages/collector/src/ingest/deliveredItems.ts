import type { RefusalCode } from '@vivencia/contract/refusal';
import { Refusal } from '../http/problem.ts';

/**
 * The items of a body that is one item or an array of them.
 *
 * @throws Refusal with `code` for an empty array or one of more than `maximum`
 */
export function deliveredItems(body: unknown, maximum: number, code: RefusalCode) {
  if (!Array.isArray(body)) return { items: [body], isArray: false };
  if (body.length === 0 || body.length > maximum) {
    throw new Refusal(code, `Deliver 1 to ${maximum} items at once.`, [
      { path: '', reason: `must be 1 to ${maximum} in number` },
    ]);
  }
  return { items: body as unknown[], isArray: true };
}
