import { isSame } from '../http/isSame.ts';
import { idBytes, idText } from '../store/idBytes.ts';
import type { OwnSecret } from './ownSecret.ts';

/** What a link's token says. It is true: nobody else can have written it. */
export interface InvitationClaim {
  /** UUID in lower case: of the invitation and of its response. */
  id: string;
  site: number;
  /** Milliseconds since 1970, in whole seconds. */
  expiresAt: number;
}

const tokenVersion = 1;
const signatureBytes = 16;

/** 42 bytes: none of the characters has a bit that says nothing, so that no two tokens are the same. */
const tokenForm = /^[A-Za-z0-9_-]{56}$/;

/** Whether a text has the form of a token, whoever wrote it. */
export const isTokenShaped = (text: string) => tokenForm.test(text);

/**
 * Writes and reads the tokens of links: what a link is for, signed. Nothing of a token is read before its signature has
 * been found to be ours.
 *
 * Bytes: version, 0, 16 id, 4 site, 4 expiry in seconds, then the first 16 of the signature of these.
 */
export class InvitationTokens {
  constructor(private readonly secret: OwnSecret) {}

  write({ id, site, expiresAt }: InvitationClaim): string {
    const payload = Buffer.alloc(26);
    payload.writeUInt8(tokenVersion, 0);
    idBytes(id).copy(payload, 2);
    payload.writeUInt32BE(site, 18);
    payload.writeUInt32BE(expiresAt / 1_000, 22);
    return Buffer.concat([payload, this.#sign(payload)]).toString('base64url');
  }

  /** `null` where it is not ours. */
  read(token: string): InvitationClaim | null {
    if (!isTokenShaped(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const payload = bytes.subarray(0, -signatureBytes);
    if (!isSame(bytes.subarray(-signatureBytes), this.#sign(payload))) return null;
    if (payload.readUInt8(0) !== tokenVersion) return null;
    return {
      id: idText(payload.subarray(2, 18)),
      site: payload.readUInt32BE(18),
      expiresAt: payload.readUInt32BE(22) * 1_000,
    };
  }

  #sign(payload: Uint8Array): Buffer {
    return this.secret.sign('invitation', payload).subarray(0, signatureBytes);
  }
}
