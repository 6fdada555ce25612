export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  /** Whether making it twice does what making it once does; else it is only made again where it did nothing. */
  idempotent: boolean;
}

/** `true` is 1, as the collector reads it; what is absent, or false, is left out. */
export function addressOf(url: string, { path, query = {} }: ApiRequest): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== false);
  const search = new URLSearchParams(said.map(([name, value]) => [name, value === true ? '1' : String(value)]));
  return `${url}${path}${said.length > 0 ? `?${search}` : ''}`;
}

/**
 * A name as a part of a path.
 *
 * @throws TypeError where no path can have it: empty, `.`, `..`, or with half a surrogate pair
 */
export function pathPart(name: string, argument: string): string {
  if (typeof name !== 'string' || /^\.{0,2}$/.test(name) || !name.isWellFormed()) {
    throw new TypeError(`${argument} must be a text that an address can hold: not empty, "." or ".."`);
  }
  return encodeURIComponent(name);
}
