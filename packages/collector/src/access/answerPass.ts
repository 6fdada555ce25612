import { isSame } from '../http/isSame.ts';
import type { OwnSecret } from './ownSecret.ts';

/** How long whoever has answered may say more, or change it: as long as the widget offers it. */
const passMs = 30 * 60 * 1_000;

const passForm = /^[A-Za-z0-9_-]{28}$/;

/**
 * What the page after an answer has in its address, and nobody else who has the link: with it the same answer is gone on
 * with. Bytes: 4 expiry in seconds, then the first 17 of the signature of the link's token and these.
 */
export class AnswerPasses {
  constructor(private readonly secret: OwnSecret) {}

  write(token: string, now: number): string {
    const expiry = Buffer.alloc(4);
    expiry.writeUInt32BE(Math.ceil((now + passMs) / 1_000));
    return Buffer.concat([expiry, this.#sign(token, expiry)]).toString('base64url');
  }

  isGood(pass: string, token: string, now: number): boolean {
    if (!passForm.test(pass)) return false;
    const bytes = Buffer.from(pass, 'base64url');
    const expiry = bytes.subarray(0, 4);
    return isSame(bytes.subarray(4), this.#sign(token, expiry)) && now < expiry.readUInt32BE(0) * 1_000;
  }

  #sign(token: string, expiry: Uint8Array): Buffer {
    const content = Buffer.concat([Buffer.from(token), expiry]);
    return this.secret.sign('invitation answer', content).subarray(0, 17);
  }
}
