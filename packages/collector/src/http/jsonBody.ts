import { responseLimits } from '@vivencia/contract/response';
import { Refusal } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The value of a JSON body.
 *
 * @throws Refusal `invalid_json` for invalid UTF-8, nesting deeper than `responseLimits.jsonDepth`, or no JSON at all
 */
export function parseJson(bytes: Uint8Array): unknown {
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
  refuseShape(value);
  return value;
}

/** Level by level and not by recursion: V8 reads JSON without it too, so that no depth exhausts a stack. */
function refuseShape(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (depth === responseLimits.jsonDepth) {
        throw new Refusal('invalid_json', `The body is nested deeper than ${responseLimits.jsonDepth} levels.`);
      }
      // It would be lost on the way through records, and with it what it says.
      if (Object.hasOwn(item, '__proto__')) throw new Refusal('invalid_json', 'No field may be called __proto__.');
      for (const part of Object.values(item)) if (typeof part === 'object' && part !== null) next.push(part);
    }
    level = next;
  }
}
