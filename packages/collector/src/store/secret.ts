import { createHash, randomBytes } from 'node:crypto';

/** What a secret opens, said by its first letters so that people and scanners recognise it. */
export type SecretKind = 'sk' | 'at' | 'se' | 'sh' | 'ki';

/** A new secret of 256 random bits: `sk_…`. */
export const newSecret = (kind: SecretKind) => `${kind}_${randomBytes(32).toString('base64url')}`;

/** A new public key of 128 random bits: `pk_…`. It is no secret, only hard to mistake for another's. */
export const newPublicKey = () => `pk_${randomBytes(16).toString('hex')}`;

/** SHA-256 of a secret: all that is kept of it. */
export const digestOf = (secret: string) => createHash('sha256').update(secret).digest();

/** What a session is called where people list and end it: nobody can sign in with that. */
export const sessionId = (secret: string) => digestOf(secret).toString('base64url');
