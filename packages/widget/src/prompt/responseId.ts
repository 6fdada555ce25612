/**
 * A UUIDv7: 48 bits of time, the rest random (RFC 9562, 5.7). Not crypto.randomUUID(): pages on plain http lack it.
 *
 * @param now epoch milliseconds
 */
export const responseId = (now: number): string =>
  `${Math.trunc(now).toString(16).padStart(12, '0')}-7xxx-8xxx-xxxxxxxxxxxx`
    .replace(/.{8}/, '$&-')
    .replace(/x/g, () => ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & 15).toString(16));
