import { responseLimits } from '@vivencia/contract/response';
import type { Context } from 'hono';
import { Refusal } from './problem.ts';

/**
 * The bytes of a body of JSON, sent as `application/json` or, where allowed, `text/plain` (which a page may send without
 * a preflight).
 *
 * @throws Refusal unsupported_media_type, body_too_large
 */
export async function readBody(c: Context, { plainText }: { plainText: boolean }): Promise<Uint8Array> {
  const { type, charset } = mediaTypeOf(c.req.header('content-type') ?? '');
  const accepted = type === 'application/json' || (plainText && type === 'text/plain');
  if (!accepted || charset !== 'utf-8') {
    const wanted = plainText ? 'application/json or text/plain' : 'application/json';
    throw new Refusal('unsupported_media_type', `Send the body as ${wanted}, in UTF-8.`);
  }
  if (c.req.header('content-encoding')) {
    throw new Refusal('unsupported_media_type', 'Send the body without a content encoding.');
  }
  return readBytes(c);
}

/** "text/plain;charset=UTF-8" → text/plain, utf-8 */
function mediaTypeOf(header: string) {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return { type: type.trim(), charset: charset?.slice('charset='.length).replaceAll('"', '').trim() ?? 'utf-8' };
}

const tooLarge = () => new Refusal('body_too_large', `The body is larger than ${responseLimits.bodyBytes} bytes.`);

function readBytes(c: Context): Promise<Uint8Array> {
  const announced = c.req.header('content-length');
  return announced === undefined ? readChunks(c) : readAnnounced(c, Number(announced));
}

/** Read whole: through a web stream it would take three times as long as all else that a delivery needs here. */
async function readAnnounced(c: Context, size: number): Promise<Uint8Array> {
  if (size > responseLimits.bodyBytes) throw tooLarge();
  const bytes = new Uint8Array(await c.req.raw.arrayBuffer());
  // Over a socket it cannot be longer than it said; a request that was made in the same process can.
  if (bytes.length > responseLimits.bodyBytes) throw tooLarge();
  return bytes;
}

/** A piece costs more than its bytes do; a body of 64 KiB has no need of more. */
const maximumPieces = 1_024;

async function readChunks(c: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > responseLimits.bodyBytes) throw tooLarge();
    if (chunks.push(chunk) > maximumPieces) {
      throw new Refusal('body_too_large', `The body comes in more than ${maximumPieces} pieces; announce its length.`);
    }
  }
  return Buffer.concat(chunks);
}
