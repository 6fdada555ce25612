import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What strace saw: calls begin and end at a place in the order of all of them. */
export interface SystemCall {
  name: string;
  /** What its first argument is: a file, a socket with both its ends. */
  on: string;
  /** The bytes that went in or out. */
  bytes: Buffer;
  /** What it returned; an error is below 0. */
  result: number;
  /** Place of its beginning and of its end. */
  began: number;
  ended: number;
}

/** The options with which strace writes what `systemCalls` reads: paths and bytes in hexadecimal, whole pages. */
export const tracing = (file: string, calls: string) => [
  ...['strace', '-D', '-f', '-yy', '-xx', '-s', '70000', '-o', file],
  ...['-e', `trace=${calls}`, '-e', 'signal=none'],
];

/** The system calls of a trace, in the order in which they ended. */
export async function* systemCalls(file: string): AsyncGenerator<SystemCall> {
  const unfinished = new Map<string, { text: string; began: number }>();
  let place = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    place++;
    const [, thread = '', said = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (said.endsWith('<unfinished ...>')) {
      unfinished.set(thread, { text: said.slice(0, -'<unfinished ...>'.length), began: place });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(said)?.[1];
    const { text, began } = (resumed !== undefined && unfinished.get(thread)) || { text: '', began: place };
    const call = callOf(text + (resumed ?? said));
    if (call) yield { ...call, began, ended: place };
  }
}

function callOf(text: string): Omit<SystemCall, 'began' | 'ended'> | null {
  const [, name, handle] = /^(\w+)\(\d+<((?:[^>]|->)*)>/.exec(text) ?? [];
  const result = /\) += (-?\d+)/.exec(text)?.[1];
  if (name === undefined || handle === undefined || result === undefined) return null;
  const parts = [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex]) => bytesOf(hex as string));
  return { name, on: readable(handle), bytes: Buffer.concat(parts), result: Number(result) };
}

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

const readable = (handle: string) => (handle.startsWith('\\x') ? bytesOf(handle).toString() : handle);
