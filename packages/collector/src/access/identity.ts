import { isSame } from '../http/isSame.ts';
import type { Site } from '../store/site.ts';
import { identitySignature, type OwnSecret } from './ownSecret.ts';

type Signer = Pick<Site, 'publicKey' | 'identityGeneration'>;

/** More sites than this are not remembered: theirs are made anew. */
const rememberedSecrets = 1_000;

/** Knows whether a site's backend has said who somebody is. */
export class Identity {
  readonly #secrets = new Map<string, string>();

  constructor(private readonly ownSecret: OwnSecret) {}

  /**
   * Whether the signature is that of the respondent, found out in the same time for every signature of one length.
   *
   * @throws StoreUnavailable where the collector's own secret cannot be read
   */
  isSigned(site: Signer, respondent: string, signature: string): boolean {
    return isSame(identitySignature(this.#secretOf(site), respondent), signature);
  }

  #secretOf(site: Signer): string {
    const name = `${site.publicKey} ${site.identityGeneration}`;
    let secret = this.#secrets.get(name);
    if (secret === undefined) {
      secret = this.ownSecret.identitySecret(site);
      if (this.#secrets.size >= rememberedSecrets) this.#secrets.clear();
      this.#secrets.set(name, secret);
    }
    return secret;
  }
}
