/**
 * A UUIDv7: 48 bits of time, the rest random (RFC 9562, 5.7). Not crypto.randomUUID(): pages on plain http lack it.
 *
 * @param now epoch milliseconds
 */
export function responseId(now: number): string {
  const time = Math.trunc(now).toString(16).padStart(12, '0');
  const random = [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => (byte & 15).toString(16)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6)}`;
}
