import { isNameable } from '../../http/text.ts';

const longest = 80;

/** A name as somebody wrote it into a form: trimmed, in NFC; `null` where nothing can be called that. */
export function writtenName(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const name = text.normalize('NFC').trim();
  return name !== '' && name.length <= longest && isNameable(name) ? name : null;
}
