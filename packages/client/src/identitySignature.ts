const text = new TextEncoder();

/**
 * What a page hands to `vivencia('identify', respondent, { signature })`: HMAC-SHA256 of the respondent under the site's
 * identity secret, in hexadecimal. Make it on the server: whoever has the secret can sign as anybody.
 *
 * @param identitySecret `is_…`, as `vivencia site identity` prints it
 * @throws TypeError where the secret is none, or nobody is named
 */
export async function identitySignature(identitySecret: string, respondent: string): Promise<string> {
  if (!/^is_[\w-]{43}$/.test(identitySecret)) {
    throw new TypeError('identitySignature: the first argument must be the identity secret, is_…');
  }
  if (typeof respondent !== 'string' || respondent === '') throw new TypeError('identitySignature: nobody is named');
  // As the collector keeps names, however this one was typed.
  const named = text.encode(respondent.normalize('NFC'));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(identitySecret), hmac, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, named));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
