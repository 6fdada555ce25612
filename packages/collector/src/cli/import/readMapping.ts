import { backendResponseSchema } from '../../ingest/responseSchema.ts';
import { Misused } from '../exit.ts';
import { type Field, fieldList, isField } from './field.ts';
import { Words } from './words.ts';

export interface MappingFlags {
  map?: string[];
  set?: string[];
  value?: string[];
}

/** Which column says what, as it was asked for. */
export interface Mapping {
  /** Column by field; `null` where nothing was said: then a column with a field's own name is that field. */
  columns: ReadonlyMap<Field, string> | null;
  /** What every row says. */
  constants: ReadonlyMap<Field, string>;
  words: Words;
}

/** Texts are compared so: a spreadsheet's accents may be composed otherwise than a terminal's. */
export const comparable = (text: string) => text.trim().normalize('NFC');

/**
 * @example readMapping({ map: ['touchpoint=Page,emotion=Feeling'], set: ['channel=email'], value: ['emotion:Enfado=angry'] })
 * @throws Misused for a field that does not exist, one that is said twice, or a flag of another form
 */
export function readMapping({ map = [], set = [], value = [] }: MappingFlags): Mapping {
  const columns = new Map<Field, string>();
  const constants = new Map<Field, string>();
  for (const pair of map.flatMap(pairsOf)) {
    const [field, column] = fieldAndRest('--map', pair, '=', 'FIELD=COLUMN');
    if (columns.has(field)) throw new Misused(`--map says ${field} twice`);
    columns.set(field, comparable(column));
  }
  for (const pair of set) {
    const [field, constant] = fieldAndRest('--set', pair, '=', 'FIELD=VALUE');
    if (columns.has(field) || constants.has(field)) throw new Misused(`--set ${field}: ${field} is said twice`);
    if (field === 'id') throw new Misused('--set id: each row needs an id of its own');
    constants.set(field, constant);
  }
  const words = new Words();
  for (const triple of value) {
    const [field, rest] = fieldAndRest('--value', triple, ':', 'FIELD:FROM=TO');
    const [from, to] = splitAt(rest, rest.lastIndexOf('=')) ?? misformed('--value', triple, 'FIELD:FROM=TO');
    words.add(field, comparable(from), comparable(to));
  }
  return { columns: columns.size > 0 ? columns : null, constants, words };
}

/** `emotion=Feeling,at=When` is two pairs, `emotion=Feeling, if any` is one: a comma parts only where `word=` follows. */
const pairsOf = (text: string) => text.split(/,(?=\s*(?:[A-Za-z]+|segment\.[^=,]+)=)/);

function fieldAndRest(flag: string, text: string, mark: string, form: string): [field: Field, rest: string] {
  const [before, rest] = splitAt(text, text.indexOf(mark)) ?? misformed(flag, text, form);
  const field = before.trim();
  const segment = /^segment\.(.+)$/.exec(field)?.[1];
  if (segment !== undefined && !isSegmentName(segment)) {
    throw new Misused(`${flag} ${text}: "${segment}" can be no segment's name`);
  }
  if (!isField(field)) throw new Misused(`${flag} ${text}: there is no field "${field}"; there are ${fieldList}`);
  return [field, rest];
}

const isSegmentName = (name: string) => backendResponseSchema.shape.segment.safeParse({ [name]: 'value' }).success;

const splitAt = (text: string, place: number): [before: string, after: string] | null =>
  place < 1 ? null : [text.slice(0, place), text.slice(place + 1)];

function misformed(flag: string, text: string, form: string): never {
  throw new Misused(`${flag} ${text}: say it as ${flag} ${form}`);
}
