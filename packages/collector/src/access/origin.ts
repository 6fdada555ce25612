/** An origin as browsers write it: in lower case, without path or user, its port only where it is not the usual one. */
const originForm = /^(https?):\/\/([^/\\:?#@*\s[\]]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/;

/** The same, with `*.` before a host and `*` as a port. */
const entryForm = /^(https?):\/\/(\*\.)?([^/\\:?#@*\s[\]]+|\[[0-9a-f:.]+\])(?::(\d{1,5}|\*))?$/i;

/**
 * Whether pages of an origin may deliver to a site. An entry is an origin (`https://shop.example`), one with any
 * subdomain (`https://*.shop.example`), one with any port (`http://localhost:*`), or `null` for pages without one.
 * No Origin header means no web page: it is accepted.
 */
export const isOriginAllowed = (origin: string | undefined, allowed: readonly string[]): boolean =>
  origin === undefined || allowed.some((entry) => matches(entry, origin));

function matches(entry: string, origin: string): boolean {
  if (!entry.includes('*')) return entry === origin;
  const [, scheme, wildcard, host = '', port] = entryForm.exec(entry) ?? [];
  const [, itsScheme, itsHost = '', itsPort] = originForm.exec(origin) ?? [];
  if (!scheme || scheme !== itsScheme || (port !== '*' && port !== itsPort)) return false;
  if (!wildcard) return host === itsHost;
  return itsHost.endsWith(`.${host}`) && itsHost.length > host.length + 1;
}

/** An entry in the form in which browsers write origins; `null` where it is none. */
export function normalizeOrigin(entry: string): string | null {
  if (entry === 'null') return entry;
  const [, scheme, wildcard = '', host, port] = entryForm.exec(entry.trim().replace(/\/$/, '')) ?? [];
  if (!scheme) return null;
  const anyPort = port === '*';
  try {
    const { protocol, host: written } = new URL(`${scheme}://${host}${port && !anyPort ? `:${port}` : ''}`);
    return `${protocol}//${wildcard}${written}${anyPort ? ':*' : ''}`;
  } catch {
    return null;
  }
}

/**
 * The one origin that a browser named, by itself or as the beginning of an address; `null` where it is none that a page
 * can have. An opaque one is `null` as text, as browsers write it.
 */
export function originOf(address: string | undefined): string | null {
  if (address === 'null') return address;
  if (!address || !URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) && !origin.includes('*') ? origin : null;
}
