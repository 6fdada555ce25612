/**
 * Whether pages of an origin may deliver to a site. An entry is an origin (`https://shop.example`), one with any
 * subdomain (`https://*.shop.example`), one with any port (`http://localhost:*`), or `null` for pages without one.
 * No Origin header means no web page: it is accepted.
 */
export const isOriginAllowed = (origin: string | undefined, allowed: readonly string[]): boolean =>
  origin === undefined || allowed.some((entry) => matches(entry, origin));

function matches(entry: string, origin: string): boolean {
  if (entry === origin) return true;
  if (entry.endsWith(':*')) {
    const host = entry.slice(0, -2);
    return origin === host || (origin.startsWith(`${host}:`) && /^\d{1,5}$/.test(origin.slice(host.length + 1)));
  }
  const [scheme, domain] = entry.split('://*');
  return domain?.startsWith('.') === true && origin.startsWith(`${scheme}://`) && origin.endsWith(domain);
}

/** An entry in the form in which browsers write origins; `null` where it is none. */
export function normalizeOrigin(entry: string): string | null {
  if (entry === 'null') return entry;
  const parts = /^(https?):\/\/(\*\.)?([^/:?#@*\s]+|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}|\*))?\/?$/i.exec(entry.trim());
  if (!parts) return null;
  const [, scheme = '', wildcard = '', host = '', port] = parts;
  const anyPort = port === '*';
  try {
    const { protocol, host: written } = new URL(`${scheme}://${host}${port && !anyPort ? `:${port}` : ''}`);
    return `${protocol}//${wildcard}${written}${anyPort ? ':*' : ''}`;
  } catch {
    return null;
  }
}
