import { z } from '@hono/zod-openapi';

/*
 * What people and hosts write. In comments, what cannot be shown safely is taken out; in identifiers it is refused,
 * because an identifier that was changed would name something else.
 */

/** C0 and C1 controls but tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** Embeddings, overrides and isolates: they can make a text read as what it is not. */
const bidiOverrides = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * So many marks on one letter are no writing (Unicode's stream-safe text, UAX #15). Normalizing orders a run's marks, in
 * time that grows with the square of its length.
 */
const longestMarks = /(\p{M}{30})\p{M}+/gu;

/** Whether a text can be normalized in time that grows with its length. */
export const isStreamSafe = (text: string) => text.search(longestMarks) < 0;

/** A comment as it is kept: NFC, without controls and bidi overrides, lone surrogates replaced; `null` if empty. */
export function cleanComment(text: string): string | null {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(bidiOverrides, '')
    .replace(longestMarks, '$1')
    .normalize('NFC');
  return clean.trim() === '' ? null : clean;
}

/** Whether a text can name something: no controls (tab and newline too), no bidi overrides, no lone surrogates. */
export const isNameable = (text: string) =>
  text.isWellFormed() && text.search(controls) < 0 && text.search(bidiOverrides) < 0 && !/[\t\n]/.test(text);

/** Lengths are UTF-16 units: zod's own `max` counts characters as people see them. */
export const atMostUnits = (maximum: number) =>
  z.string().refine((text) => text.length <= maximum, {
    error: `must be at most ${maximum} UTF-16 units long`,
    params: { why: 'tooLong', maximum },
  });
