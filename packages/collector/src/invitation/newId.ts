import { randomBytes } from 'node:crypto';
import { idText } from '../store/idBytes.ts';

/**
 * A UUIDv7: 48 bits of time, the rest random (RFC 9562, 5.7).
 *
 * @param now milliseconds since 1970
 */
export function newId(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return idText(bytes);
}
