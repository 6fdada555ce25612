/** A value is repeated up to this length. */
const shownUnits = 40;

/** What would steer a terminal or turn a text around in it; JSON escapes only the first 32. */
const unprintable = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A text of a file as a message repeats it: short, in quotes, and harmless on a terminal. */
export function quoted(text: string): string {
  const short = text.length > shownUnits ? `${text.slice(0, shownUnits)}…` : text;
  return JSON.stringify(short).replace(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
