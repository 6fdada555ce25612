import { BlockList, isIP } from 'node:net';

/** The proxies whose X-Forwarded-For is believed: addresses and CIDR ranges. */
export class TrustedProxies {
  readonly #list = new BlockList();
  readonly isEmpty: boolean;

  /** @throws Error naming an entry that is neither an address nor a range, or one that trusts everybody */
  constructor(entries: readonly string[]) {
    this.isEmpty = entries.length === 0;
    for (const entry of entries) this.#add(entry);
  }

  #add(entry: string): void {
    const [, written = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const address = withoutMapping(written);
    const family = familyOf(address);
    const longest = family === 'ipv4' ? 32 : 128;
    const length = bits === undefined ? longest : Number(bits);
    if (!family || length > longest || (bits !== undefined && address !== written)) {
      throw new Error(`"${entry}" is neither an address nor a range like 10.0.0.0/8`);
    }
    // Whoever is believed may say where a request came from: then everybody would say it for themselves.
    if (length === 0) throw new Error(`"${entry}" is everybody; name your proxies`);
    this.#list.addSubnet(address, length, family);
  }

  /**
   * Where a request came from: the connection's address, or, while that is a trusted proxy's, the one before it in
   * X-Forwarded-For, read from its end. What stands before the first untrusted one may be anybody's invention.
   */
  clientOf(connection: string, forwardedFor: string | undefined): string {
    if (!forwardedFor || !this.#trusts(connection)) return connection;
    const hops = forwardedFor.split(',');
    let address = connection;
    while (hops.length > 0 && this.#trusts(address)) {
      const before = addressOf(hops.pop() ?? '');
      if (before === null) break;
      address = before;
    }
    return address;
  }

  #trusts(address: string): boolean {
    const plain = withoutMapping(address);
    const family = familyOf(plain);
    return !this.isEmpty && family !== null && this.#list.check(plain, family);
  }
}

/** "203.0.113.7", "203.0.113.7:4711", "2001:db8::1", "[2001:db8::1]:4711"; `null` where it is none of them. */
function addressOf(hop: string): string | null {
  const text = hop.trim();
  const bare = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(text)?.[1] ?? text;
  return isIP(bare) ? bare : null;
}

/** An IPv4 address as an IPv6 socket tells it: ::ffff:203.0.113.7 */
const withoutMapping = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

const familyOf = (address: string) =>
  (({ 4: 'ipv4', 6: 'ipv6' })[isIP(address)] as 'ipv4' | 'ipv6' | undefined) ?? null;
