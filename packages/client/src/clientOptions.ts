export interface ClientOptions {
  /** Address of the collector, with its path where it has one: `https://feedback.shop.example`. */
  url: string;
  /** `sk_…`, as `vivencia site add` or `vivencia key add` printed it. */
  secretKey: string;
  /** Milliseconds that one attempt may take, until its answer has been read; default 10,000. */
  timeoutMs?: number | undefined;
  /** Milliseconds that a call may take with all its attempts and the waits between them; default 30,000. */
  deadlineMs?: number | undefined;
  /** Attempts after the first; default 3, 0 = none. */
  retries?: number | undefined;
  /** Makes the requests; default the runtime's own. */
  fetch?: typeof globalThis.fetch | undefined;
}

export interface Settings {
  /** Without a slash at its end. */
  url: string;
  secretKey: string;
  timeoutMs: number;
  deadlineMs: number;
  retries: number;
  fetch: typeof globalThis.fetch;
}

/** Longer and a timer would fire at once. */
const longestMs = 2 ** 31 - 1;

const names = ['url', 'secretKey', 'timeoutMs', 'deadlineMs', 'retries', 'fetch'];

/** @throws TypeError naming the option that is wrong; never saying what it was, as it may be a secret */
export function readOptions(options: ClientOptions): Settings {
  if (typeof options !== 'object' || options === null) throw new TypeError('createClient needs { url, secretKey }');
  for (const name of Object.keys(options)) {
    if (!names.includes(name)) throw new TypeError(`createClient: there is no option ${name}`);
  }
  const { timeoutMs = 10_000, deadlineMs = 30_000, retries = 3, fetch = globalThis.fetch } = options;
  checkNumber('timeoutMs', timeoutMs, 1, longestMs);
  checkNumber('deadlineMs', deadlineMs, 1, longestMs);
  checkNumber('retries', retries, 0, 100);
  if (typeof fetch !== 'function') throw new TypeError('createClient: fetch is not a function');
  const [url, secretKey] = [readUrl(options.url), readSecretKey(options.secretKey)];
  // Called as a method of ours, some runtimes' own would refuse.
  return { url, secretKey, timeoutMs, deadlineMs, retries, fetch: (...request) => fetch(...request) };
}

function readUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new TypeError('createClient: url must be the address of the collector, like https://feedback.shop.example');
  }
  // It would be refused with the whole address in the message, and messages are logged.
  if (url.username || url.password) throw new TypeError('createClient: url may not hold a name or a password');
  return url.href.replace(/\/+$/, '');
}

function readSecretKey(given: string): string {
  if (/^sk_[\w-]{43}$/.test(given)) return given;
  const other = /^(pk|is)_/.exec(given)?.[1];
  const kind = other === 'pk' ? 'the public key' : other === 'is' ? 'the identity secret' : 'no secret key';
  throw new TypeError(`createClient: secretKey is ${kind}; give the sk_… of 46 characters that the collector printed`);
}

function checkNumber(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new TypeError(`createClient: ${name} must be a whole number from ${min} to ${max}`);
}
