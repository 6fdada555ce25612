import { responseLimits } from '@vivencia/contract/response';
import { Refusal } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const quote = 0x22;
const backslash = 0x5c;
const openers = new Set([0x5b, 0x7b]);
const closers = new Set([0x5d, 0x7d]);

/**
 * The value of a JSON body.
 *
 * @throws Refusal `invalid_json` for invalid UTF-8, nesting deeper than `responseLimits.jsonDepth`, or no JSON at all
 */
export function parseJson(bytes: Uint8Array): unknown {
  if (isTooDeep(bytes)) {
    throw new Refusal('invalid_json', `The body is nested deeper than ${responseLimits.jsonDepth} levels.`);
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new Refusal('invalid_json', 'The body is not valid UTF-8.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('invalid_json', 'The body is not valid JSON.');
  }
  if (mayNamePrototype.test(text) && namesPrototype(value)) {
    throw new Refusal('invalid_json', 'No field may be called __proto__.');
  }
  return value;
}

/** Written out, or with any letter of it escaped. */
const mayNamePrototype = /__proto__|\\u/;

/** A field of that name would be lost on the way through records, and with it what it says. */
function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}

/** Looked at before parsing and without recursion, so that depth costs nothing. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inString = false;
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] as number;
    if (inString) {
      if (byte === backslash) place++;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (openers.has(byte)) {
      if (++depth > responseLimits.jsonDepth) return true;
    } else if (closers.has(byte)) depth--;
  }
  return false;
}
