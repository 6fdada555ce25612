export type Query = Record<string, string | number | boolean | null | undefined>;

/** `true` is 1, as the collector reads it; what is absent, or false, is left out. */
export function addressOf(address: string, query: Query): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== false);
  const search = new URLSearchParams(said.map(([name, value]) => [name, value === true ? '1' : String(value)]));
  return said.length > 0 ? `${address}?${search}` : address;
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
