import { BlockList, isIP } from 'node:net';

/** The proxies whose X-Forwarded-For is believed: addresses and CIDR ranges. */
export class TrustedProxies {
  readonly #list = new BlockList();

  /** @throws Error naming an entry that is neither an address nor a range */
  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const [address = '', bits] = entry.split('/');
      const family = familyOf(address);
      const length = bits === undefined ? undefined : Number(bits);
      if (!family || (length !== undefined && !(Number.isInteger(length) && length >= 0))) {
        throw new Error(`"${entry}" is neither an address nor a range like 10.0.0.0/8`);
      }
      if (length === undefined) this.#list.addAddress(address, family);
      else this.#list.addSubnet(address, length, family);
    }
  }

  /**
   * Where a request came from: the connection's address, or, while that is a trusted proxy's, the one before it in
   * X-Forwarded-For, read from its end.
   */
  clientOf(connection: string, forwardedFor: string | undefined): string {
    const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
    let address = connection;
    while (this.#trusts(address)) {
      const before = hops.pop();
      if (!before || !isIP(before)) break;
      address = before;
    }
    return address;
  }

  #trusts(address: string): boolean {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = familyOf(plain);
    return family !== null && this.#list.check(plain, family);
  }
}

const familyOf = (address: string) =>
  (({ 4: 'ipv4', 6: 'ipv6' })[isIP(address)] as 'ipv4' | 'ipv6' | undefined) ?? null;
